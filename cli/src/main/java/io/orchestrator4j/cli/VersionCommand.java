package io.orchestrator4j.cli;

import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "version", description = "Say which versions these are.")
final class VersionCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  VersionCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    String java = System.getProperty("java.runtime.version", "");
    if (json) {
      terminal.json(Json.object().put("version", version()).put("java", java));
    } else {
      terminal.line("Orchestrator4j %s, Java %s".formatted(version(), java));
    }
    return 0;
  }

  static String version() {
    Properties properties = new Properties();
    try (InputStream stream = VersionCommand.class.getResourceAsStream("version.properties")) {
      properties.load(stream);
      return properties.getProperty("version", "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
