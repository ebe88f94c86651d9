package io.orchestrator4j.cli.terminal;

import io.orchestrator4j.value.Json;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Where a command prints: results on one stream, complaints on the other. */
public record Terminal(PrintWriter results, PrintWriter complaints) {

  /** The terminal that this program was started in. */
  public static Terminal standard() {
    Charset charset = Charset.forName(
        System.getProperty("stdout.encoding", StandardCharsets.UTF_8.name()),
        StandardCharsets.UTF_8);
    return new Terminal(
        new PrintWriter(System.out, true, charset), new PrintWriter(System.err, true, charset));
  }

  /** Prints a line of the result. */
  public void line(String text) {
    results.println(text);
    results.flush();
  }

  /** Prints an empty line of the result. */
  public void line() {
    line("");
  }

  /** Prints JSON as a result, indented for people; programs do not mind. */
  public void json(JsonNode tree) {
    line(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(tree));
  }

  /** Prints a line that is no part of the result. */
  public void complain(String text) {
    complaints.println(text);
    complaints.flush();
  }
}
