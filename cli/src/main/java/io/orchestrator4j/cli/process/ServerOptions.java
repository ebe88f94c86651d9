package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.terminal.Program;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of all commands that call a server. */
final class ServerOptions {

  static final String USUAL_URL = "http://127.0.0.1:8080";

  @Option(
      names = "--url",
      paramLabel = "<url>",
      defaultValue = "${env:ORCHESTRATOR_URL:-" + USUAL_URL + "}",
      description = "The server (default: ORCHESTRATOR_URL, else " + USUAL_URL + ").")
  private String url = USUAL_URL;

  @Option(names = "--json", description = "Print the server's JSON.")
  private boolean json;

  @Option(
      names = "--reporter",
      paramLabel = "<name>",
      defaultValue = "${sys:user.name}",
      description = "In whose name (default: the user of this machine).")
  private String reporter = "";

  ServerClient client() {
    return new ServerClient(url, reporter);
  }

  boolean json() {
    return json;
  }

  /** A further command for the same server, to be shown. */
  String command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (!url.equals(USUAL_URL) && !url.equals(System.getenv("ORCHESTRATOR_URL"))) {
      all.add("--url");
      all.add(url);
    }
    return Program.command(all.toArray(String[]::new));
  }
}
