package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerClient;
import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "retry",
    description = "Run the failed step of a process again, and go on from there.")
final class RetryCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Parameters(paramLabel = "<process>", description = "The id of the process.")
  private String processId = "";

  @Option(names = "--wait", description = "Wait until it no longer runs, and show it.")
  private boolean wait;

  RetryCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ServerClient client = server.client();
    ShownProcess before = new ShownProcess(client.process(processId).orFail(), server);
    if (!before.isFailed()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "The process is %s: expected one that failed%s"
              .formatted(
                  before.status(),
                  before.isSuspended()
                      ? ". To answer it: " + server.command("process", "resume", processId)
                      : ""));
    }
    client.resume(processId, List.of(), null).orFail();
    return Outcome.afterChange(server, processId, wait, "Retried", terminal);
  }
}
