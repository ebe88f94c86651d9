package io.orchestrator4j.cli.client;

import io.orchestrator4j.cli.terminal.Program;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of all commands that call a server. */
public final class ServerOptions {

  /** Where a server is looked for when nobody says where. */
  public static final String USUAL_URL = "http://127.0.0.1:8080";

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

  /** The server. */
  public ServerClient client() {
    return new ServerClient(url, reporter);
  }

  /** Whether to print the server's JSON. */
  public boolean json() {
    return json;
  }

  /** A further command for the same server, to be shown. */
  public String command(String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    if (!url.equals(USUAL_URL) && !url.equals(System.getenv("ORCHESTRATOR_URL"))) {
      all.add("--url");
      all.add(url);
    }
    return Program.command(all.toArray(String[]::new));
  }
}
