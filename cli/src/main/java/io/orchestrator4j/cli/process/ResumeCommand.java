package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerClient;
import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "resume",
    description = "Answer a suspended process. Without all pages, say what the next one asks.")
final class ResumeCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  @Mixin
  private PageOptions form = new PageOptions();

  @Parameters(paramLabel = "<process>", description = "The id of the process.")
  private String processId = "";

  @Option(
      names = "--place",
      paramLabel = "<place>",
      description = "Where the process was when you read its form; refused if it is elsewhere now.")
  private @Nullable String place;

  @Option(names = "--wait", description = "Wait until it no longer runs, and show it.")
  private boolean wait;

  ResumeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ServerClient client = server.client();
    ShownProcess before = new ShownProcess(client.process(processId).orFail(), server);
    requireSuspended(before);
    JsonNode page = before.process().path("form");
    String here = place == null ? Places.of(before.process()) : place;
    FormDialogue dialogue = new FormDialogue(
        terminal,
        server,
        here == null
            ? new String[] {"process", "resume", processId}
            : new String[] {"process", "resume", processId, "--place", here});
    if (!form.isGiven() && !page.path("properties").isEmpty()) {
      // an empty answer is not asked about by the server: where all fields have defaults, it is one
      throw dialogue.ask(page, List.of());
    }
    dialogue.complete(form.pages(), pages -> client.resume(processId, pages, here));
    return Outcome.afterChange(server, processId, wait, "Resumed", terminal);
  }

  private void requireSuspended(ShownProcess process) {
    if (process.isFailed()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "The process failed, so there is nothing to answer. To run its step again: "
              + server.command("process", "retry", processId));
    }
    if (!process.isSuspended()) {
      throw new CommandFailure(
          ExitCode.FAILED,
          "The process is %s: expected suspended, since only then it waits for an answer"
              .formatted(process.status()));
    }
  }
}
