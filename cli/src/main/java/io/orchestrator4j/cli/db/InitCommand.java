package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "init",
    sortOptions = false,
    abbreviateSynopsis = true,
    description = "Make the package in which the application's migrations will be.")
final class InitCommand implements Callable<Integer> {

  private static final String FILE = "package-info.java";

  private final DatabaseAccess access;
  private final Terminal terminal;

  @Option(
      names = "--project",
      paramLabel = "<folder>",
      description = "The application's project, which has src/main/java (default: this folder).")
  private Path project = Path.of("");

  InitCommand(DatabaseAccess access, Terminal terminal) {
    this.access = access;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    SourceFolder sources = SourceFolder.of(project);
    String name = access.applicationPackage() + ".migrations";
    Path folder = sources.packageFolder(name);
    if (hasSources(folder)) {
      terminal.line("There is a package %s already, in %s; nothing was changed."
          .formatted(name, folder.toAbsolutePath()));
    } else {
      Path written = sources.write("The package", name, FILE, source(name));
      terminal.line("Wrote " + written);
    }
    terminal.line("What next:");
    terminal.line("  db migrate-domain-models   writes what the database lacks of the products");
    terminal.line("  db migrate-workflows       writes what the database lacks of the workflows");
    terminal.line("  db upgrade heads           applies what is written");
    return 0;
  }

  private static boolean hasSources(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".java"));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitCode.FAILED, "The package %s cannot be read: %s".formatted(folder, e));
    }
  }

  private static String source(String packageName) {
    return """
        /**
         * What was changed in the database since the first start, and how to take it back: each class once, in their order, in every
         * environment. One that was applied somewhere stays as it is; what is to be different gets one of its own.
         */
        package %s;
        """.formatted(packageName);
  }
}
