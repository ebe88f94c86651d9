package io.orchestrator4j.cli;

import io.orchestrator4j.cli.catalogue.ProductCommand;
import io.orchestrator4j.cli.catalogue.TaskCommand;
import io.orchestrator4j.cli.catalogue.WorkflowCommand;
import io.orchestrator4j.cli.db.Asking;
import io.orchestrator4j.cli.db.DbCommand;
import io.orchestrator4j.cli.demo.DemoCommand;
import io.orchestrator4j.cli.engine.EngineCommand;
import io.orchestrator4j.cli.generate.GenerateCommand;
import io.orchestrator4j.cli.node.NodeCommand;
import io.orchestrator4j.cli.process.ProcessCommand;
import io.orchestrator4j.cli.subscription.SubscriptionCommand;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Program;
import io.orchestrator4j.cli.terminal.Terminal;
import org.springframework.boot.SpringApplication;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** All commands, put together by hand. */
final class CommandTree {

  private CommandTree() {}

  static CommandLine of(Class<?> application, Terminal terminal) {
    return of(application, Asking.standard(), terminal);
  }

  static CommandLine of(Class<?> application, Asking asking, Terminal terminal) {
    SettingOptions settings = new SettingOptions();
    RunCommand run = new RunCommand(application, settings, terminal);
    CommandLine tree = new CommandLine(new RootCommand(run)).setCommandName(Program.name());
    tree.addSubcommand(settings.addTo(CommandSpec.forAnnotatedObject(run)));
    tree.addSubcommand(new DemoCommand(application, terminal));
    tree.addSubcommand(ProcessCommand.of(terminal));
    tree.addSubcommand(SubscriptionCommand.of(terminal));
    tree.addSubcommand(WorkflowCommand.of(terminal));
    tree.addSubcommand(TaskCommand.of(terminal, ProcessCommand.start(terminal)));
    tree.addSubcommand(ProductCommand.of(terminal));
    tree.addSubcommand(NodeCommand.of(terminal));
    tree.addSubcommand(EngineCommand.of(terminal));
    tree.addSubcommand(DbCommand.of(new ApplicationDatabase(application), asking, terminal));
    tree.addSubcommand(GenerateCommand.of(terminal, VersionCommand.version()));
    tree.addSubcommand(ConfigCommand.of(application, terminal));
    tree.addSubcommand(new VersionCommand(terminal));
    describe(tree);
    tree.setOut(terminal.results()).setErr(terminal.complaints());
    tree.setExecutionExceptionHandler((thrown, _, _) -> failed(thrown, terminal));
    return tree;
  }

  private static void describe(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.addOption(OptionSpec.builder("-h", "--help")
        .usageHelp(true)
        .description("Show this help.")
        .build());
    spec.usageMessage().exitCodeListHeading("%nExit codes:%n").exitCodeList(ExitCode.table());
    command.getSubcommands().values().forEach(CommandTree::describe);
  }

  private static int failed(Exception thrown, Terminal terminal) throws Exception {
    return switch (thrown) {
      case CommandFailure failure -> {
        terminal.complain(failure.getMessage());
        yield failure.exitCode().code();
      }
      // Spring's build-time tools run a main only up to the application's configuration
      case SpringApplication.AbandonedRunException abandoned -> throw abandoned;
      default -> {
        thrown.printStackTrace(terminal.complaints());
        yield ExitCode.FAILED.code();
      }
    };
  }
}
