package io.orchestrator4j.cli.generate;

import io.orchestrator4j.cli.terminal.Terminal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "project",
    sortOptions = false,
    description =
        "Write a project of your own: one product, its workflows, their migration and tests, in a new folder.")
final class ProjectCommand implements Callable<Integer> {

  private final Terminal terminal;
  private final String version;

  @Parameters(
      paramLabel = "<name>",
      description = "What it is called, and its folder: lower-case letters, digits and hyphens.")
  private String name = "";

  @Option(
      names = "--package",
      paramLabel = "<package>",
      description = "The package of its classes (default: com.example and the name).")
  private @Nullable String packageName;

  @Option(
      names = "--into",
      paramLabel = "<folder>",
      description = "Where the project's folder is to be (default: this folder).")
  private Path into = Path.of("");

  ProjectCommand(Terminal terminal, String version) {
    this.terminal = terminal;
    this.version = version;
  }

  @Override
  public Integer call() {
    ProjectName project = ProjectName.of(name, packageName);
    Path folder = new ProjectFiles(project, version, Instant.now()).write(into);
    terminal.line("Wrote " + folder);
    terminal.line("Start it: cd %s && ./orchestrator".formatted(folder));
    terminal.line("Its README says what comes next.");
    return 0;
  }
}
