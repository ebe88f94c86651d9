package io.orchestrator4j.cli.engine;

import io.orchestrator4j.cli.client.ServerOptions;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "pause",
    description = "Let steps that are under way end, and nothing start or go on, on all servers.")
final class PauseCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Mixin
  private ServerOptions server = new ServerOptions();

  PauseCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    ShownStatus.print(server.client().pause(true).orFail(), server, terminal);
    return 0;
  }
}
