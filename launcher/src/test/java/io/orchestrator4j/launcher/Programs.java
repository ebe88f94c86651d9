package io.orchestrator4j.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The programs that stand in for java, javac and Maven: shell scripts that tell how they were called. */
final class Programs {

  /** Extracts, trains and runs as the real one does with a Spring Boot jar; a run prints what it was given. */
  private static final String JAVA = """
      #!/bin/sh
      case $1 in
        -Djarmode=tools)
          mkdir -p "$6"
          cp "$3" "$6"
          exit 0
          ;;
        -XshowSettings:properties)
          echo "    java.home = ${0%/bin/java}"
          exit 0
          ;;
      esac
      for argument; do
        case $argument in
          -XX:AOTCacheOutput=*) cache=${argument#*=} ;;
        esac
      done
      if [ -n "$cache" ]; then
        env | sort > "$cache.environment"
        trap 'touch "$cache"; exit 143' TERM
        echo "listening on http://127.0.0.1:1"
        while :; do sleep 0.1; done
      fi
      echo "started by ${0%/bin/java}"
      echo "process $$"
      echo "in $PWD"
      env | grep ^ORCHESTRATOR | sed 's/^/variable /'
      while [ "$1" != -jar ]; do echo "option $1"; shift; done
      echo "jar $2"
      shift 2
      for argument; do echo "argument $argument"; done
      exit "${EXIT_CODE:-0}"
      """;

  /** Leaves a jar where Maven would, and a line for each call; its process number stands in for the time that it takes. */
  private static final String MVNW = """
      #!/bin/sh
      cd "$(dirname "$0")" || exit
      echo "$*" >> calls.txt
      echo "maven $JAVA_HOME"
      env | grep ^ORCHESTRATOR | sed 's/^/variable /'
      for argument; do echo "argument $argument"; done
      if [ -e broken ]; then
        echo "[ERROR] Beginner.java:[1,1] does not compile"
        exit 7
      fi
      while [ -e slow ]; do touch building; sleep 0.1; done
      mkdir -p examples/beginner/target
      echo jar > examples/beginner/target/beginner-1.jar
      """;

  private Programs() {}

  static void jdk(Path place, String version) {
    write(place.resolve("bin/java"), JAVA);
    write(place.resolve("bin/javac"), "#!/bin/sh\n");
    Machine.write(
        place.resolve("release"),
        "IMPLEMENTOR=\"Eclipse Adoptium\"\nJAVA_VERSION=\"%s\"\nJAVA_VERSION_DATE=\"2026-07-21\"\n"
            .formatted(version));
  }

  static void mvnw(Machine machine) {
    write(machine.checkout.resolve("mvnw"), MVNW);
  }

  static void write(Path file, String script) {
    Machine.write(file, script);
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
