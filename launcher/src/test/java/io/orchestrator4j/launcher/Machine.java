package io.orchestrator4j.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A machine with a checkout on it, in a folder of a test: its PATH, its home and the places where systems keep JDKs are the
 * test's own. It has neither a JDK nor a network until the test puts one there.
 */
final class Machine {

  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();
  private static final String PROGRAMS = "bash sh env basename cat chmod cp cut date dirname find"
      + " getconf grep gzip head id ln ls mkdir mv readlink rm sed sha256sum shasum sleep sort tail"
      + " tar touch tr uname unzip";

  /** Where {@link #built} puts what a build leaves. */
  static final String RUN = "target/run/1-java-25.0.3";

  final Path folder;
  final Path checkout;
  final Path home;
  final Path systemJdks;
  final Path macJdks;
  final Path programs;
  private final Map<String, String> environment = new HashMap<>();

  Machine(Path folder) {
    this.folder = folder;
    checkout = folder.resolve("the checkout");
    home = folder.resolve("home");
    systemJdks = folder.resolve("usr-lib-jvm");
    macJdks = folder.resolve("library-jvms");
    programs = folder.resolve("bin");
    Stream.of(checkout, home, systemJdks, macJdks, programs).forEach(Machine::directory);
    set("PATH", programs + ":" + systemPrograms());
    set("HOME", home.toString());
    set("TMPDIR", folder.toString());
    copyScript();
    write(checkout.resolve("pom.xml"), "<project/>");
    write(checkout.resolve("examples/beginner/pom.xml"), "<project/>");
    write(source(), "final class Beginner {}");
    Programs.mvnw(this);
    age(checkout, Duration.ofHours(2));
  }

  /** A JDK as far as the script looks, with a java that tells how it was started. */
  Path jdk(Path place, String version) {
    Programs.jdk(place, version);
    return place;
  }

  /** What a build leaves, made an hour ago. */
  void built() {
    write(checkout.resolve(RUN).resolve("beginner.jar"), "");
    write(checkout.resolve(RUN).resolve("app.aot"), "");
    write(checkout.resolve("target/.built"), RUN + "\n");
    age(checkout.resolve("target"), Duration.ofHours(1));
  }

  /** A file of the checkout, just saved; its folders look as before. */
  void save(String file) {
    Path saved = checkout.resolve(file);
    write(saved, "saved");
    for (Path above = saved.getParent(); !above.equals(checkout); above = above.getParent()) {
      date(above, Duration.ofHours(2));
    }
    // whatever the clock of the file system does, it is newer than a build made now
    date(saved, Duration.ofMinutes(-1));
  }

  Path source() {
    return checkout.resolve("examples/beginner/src/main/java/Beginner.java");
  }

  /** A program on the PATH, instead of the system's of that name. */
  void program(String name, String script) {
    delete(programs.resolve(name));
    Programs.write(programs.resolve(name), script);
  }

  Machine set(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Ending run(String... arguments) {
    return runIn(folder, checkout.resolve("orchestrator"), arguments);
  }

  Ending runIn(Path directory, Path script, String... arguments) {
    return end(start(directory, script, arguments));
  }

  Running start(Path directory, Path script, String... arguments) {
    try {
      Path output = Files.createTempFile(folder, "output", ".txt");
      Path errors = Files.createTempFile(folder, "errors", ".txt");
      ProcessBuilder builder = new ProcessBuilder(
              Stream.concat(Stream.of(script.toString()), Stream.of(arguments)).toList())
          .directory(directory.toFile())
          .redirectOutput(output.toFile())
          .redirectError(errors.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      return new Running(builder.start(), output, errors);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Ending end(Running running) {
    try {
      if (!running.process().waitFor(20, TimeUnit.SECONDS)) {
        running.process().descendants().forEach(ProcessHandle::destroyForcibly);
        running.process().destroyForcibly();
        throw new AssertionError("The script still runs after 20 s: " + read(running.errors()));
      }
      return new Ending(
          running.process().exitValue(), read(running.output()), read(running.errors()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** A run that may still be under way. */
  record Running(Process process, Path output, Path errors) {}

  private static void age(Path folder, Duration by) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(file -> date(file, by));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void date(Path file, Duration ago) {
    try {
      Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void write(Path file, String text) {
    try {
      directory(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void directory(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // The script looks in two places outside the home; here they are inside the machine.
  private void copyScript() {
    Programs.write(checkout.resolve("orchestrator"), read(REPOSITORY.resolve("orchestrator")));
    String original = read(REPOSITORY.resolve("launcher/jdk.bash"));
    String moved = original
        .replace("/usr/lib/jvm/*", systemJdks + "/*")
        .replace(" /Library/Java/JavaVirtualMachines/*", " " + macJdks + "/*");
    write(checkout.resolve("launcher/jdk.bash"), moved);
  }

  // What the script may use, and nothing else that this computer happens to have: no java, no curl.
  private static Path systemPrograms() {
    Path links = Path.of("target/system-programs").toAbsolutePath();
    directory(links);
    for (String program : PROGRAMS.split(" ")) {
      Stream.of("/usr/bin", "/bin", "/usr/local/bin", "/opt/homebrew/bin")
          .map(place -> Path.of(place, program))
          .filter(Files::isExecutable)
          .filter(found -> !Files.exists(links.resolve(program)))
          .findFirst()
          .ifPresent(found -> symbolicLink(links.resolve(program), found));
    }
    return links;
  }

  static void symbolicLink(Path link, Path target) {
    try {
      Files.createSymbolicLink(link, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
