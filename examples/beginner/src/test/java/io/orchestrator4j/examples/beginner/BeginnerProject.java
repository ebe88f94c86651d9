package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * The example as somebody has it who has not registered its workflows yet: its classes without the migration that does
 * so, and a folder in which migrations are written.
 */
record BeginnerProject(Path folder) {

  private static final Path MIGRATIONS =
      Path.of("src", "main", "java", "io", "orchestrator4j", "examples", "beginner", "migrations");
  private static final Path CLASSES = Path.of("target", "classes");
  private static final String REGISTERING = "AddUserAndUserGroupWorkflows";

  static BeginnerProject copy(Path folder) throws IOException {
    try (var files = Files.walk(CLASSES)) {
      for (Path file : files
          .filter(Files::isRegularFile)
          .filter(file -> !file.toString().contains(REGISTERING))
          .toList()) {
        Path copied = folder.resolve(file);
        Files.createDirectories(copied.getParent());
        Files.copy(file, copied);
      }
    }
    Files.createDirectories(folder.resolve(MIGRATIONS));
    return new BeginnerProject(folder);
  }

  /** The class path of this JVM, with the project's classes in place of the example's. */
  String classPath(String ownClassPath) {
    return ownClassPath.replace(
        CLASSES.toAbsolutePath().toString(), folder.resolve(CLASSES).toString());
  }

  /** Copies the migration that the example has, as its file stands. */
  void copyExample() throws IOException {
    try (var files = Files.list(MIGRATIONS)) {
      Path example = files
          .filter(file -> file.toString().contains(REGISTERING))
          .findFirst()
          .orElseThrow();
      Files.copy(example, folder.resolve(example));
    }
  }

  /** The only migration that was written here. */
  Path written() throws IOException {
    try (var files = Files.list(folder.resolve(MIGRATIONS))) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(1);
      return all.getFirst();
    }
  }

  /** Compiles the migration that was written here, as the next build would. */
  void compile() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    int exitCode = compiler.run(
        null,
        null,
        null,
        "-Xlint:all,-path",
        "-Werror",
        "-proc:none",
        "-d",
        folder.resolve(CLASSES).toString(),
        "-cp",
        classPath(System.getProperty("java.class.path")),
        written().toString());
    assertThat(exitCode).as("the migration compiles").isZero();
  }
}
