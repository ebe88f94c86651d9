package io.orchestrator4j.chaos.node;

import io.orchestrator4j.workflow.ProcessFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Calls the system outside. */
final class LedgerClient {

  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI ledger;
  private final String node;

  LedgerClient(URI ledger, String node) {
    this.ledger = ledger;
    this.node = node;
  }

  /** Has it write down a call; the failure of a call that was to fail says so. */
  void call(UUID process, String step, String key, int millis, boolean flaky)
      throws IOException, InterruptedException {
    String query = Map.of(
            "process",
            process.toString(),
            "step",
            step,
            "key",
            key,
            "node",
            node,
            "millis",
            Integer.toString(millis),
            "flaky",
            Boolean.toString(flaky))
        .entrySet()
        .stream()
        .map(entry ->
            entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    HttpRequest request = HttpRequest.newBuilder(ledger.resolve("?" + query))
        .POST(HttpRequest.BodyPublishers.noBody())
        .build();
    int status = send(request);
    if (status != OK) {
      throw new ProcessFailure(ChaosWorkflows.PLANNED + "the ledger answered " + status);
    }
  }

  // the ledger closes connections that were idle for long, as while this node was frozen; a call
  // that met such an end is made again under its key
  private int send(HttpRequest request) throws IOException, InterruptedException {
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    } catch (IOException _) {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
  }
}
