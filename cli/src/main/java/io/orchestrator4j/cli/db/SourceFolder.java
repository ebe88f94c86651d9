package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where an application's project has its Java sources.
 *
 * @param path the folder itself
 */
record SourceFolder(Path path) {

  /**
   * That of a project.
   *
   * @throws CommandFailure if it has none
   */
  static SourceFolder of(Path project) {
    Path sources = project.resolve(Path.of("src", "main", "java"));
    if (!Files.isDirectory(sources)) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "There is no folder %s; name the application's project with --project"
              .formatted(sources.toAbsolutePath()));
    }
    return new SourceFolder(sources);
  }

  /** The folder of a package, whether it is there or not. */
  Path packageFolder(String name) {
    return path.resolve(name.replace('.', '/'));
  }

  /**
   * Writes a file into a package; an existing one stays as it is, and is refused.
   *
   * @param what what it is, for messages
   * @throws CommandFailure if it cannot be written
   */
  Path write(String what, String packageName, String fileName, String source) {
    Path folder = packageFolder(packageName);
    Path file = folder.resolve(fileName);
    try {
      Files.createDirectories(folder);
      Files.writeString(file, source, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "%s cannot be written to %s: %s".formatted(what, file, e));
    }
    return file;
  }
}
