package io.orchestrator4j.newproject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What this build has made, in a repository as Maven's own local one is: as {@code ./mvnw install} would leave it there. */
final class BuiltArtifacts {

  private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
  private static final String VERSION = System.getProperty("built.version");
  private static final List<String> MODULES =
      List.of("embedded", "core", "server", "cli", "starter", "testing");

  private BuiltArtifacts() {}

  /** Puts them into a folder. */
  static void install(Path repository) throws IOException {
    copy(ROOT.resolve("pom.xml"), repository, "orchestrator4j", "pom");
    for (String module : MODULES) {
      String artifact = "orchestrator4j-" + module;
      Path jar = ROOT.resolve(module).resolve("target/%s-%s.jar".formatted(artifact, VERSION));
      assertThat(jar)
          .as("a jar of the module, which ./orchestrator verify makes")
          .exists();
      copy(ROOT.resolve(module).resolve("pom.xml"), repository, artifact, "pom");
      copy(jar, repository, artifact, "jar");
    }
  }

  private static void copy(Path file, Path repository, String artifact, String type)
      throws IOException {
    Path folder = repository.resolve(Path.of("io", "orchestrator4j", artifact, VERSION));
    Files.createDirectories(folder);
    Files.copy(file, folder.resolve("%s-%s.%s".formatted(artifact, VERSION, type)));
  }
}
