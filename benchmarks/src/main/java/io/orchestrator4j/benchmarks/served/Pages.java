package io.orchestrator4j.benchmarks.served;

import io.orchestrator4j.benchmarks.measure.Call;
import io.orchestrator4j.value.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Asks a server for pages of the list of processes. */
public final class Pages implements AutoCloseable {

  private static final int OK = 200;

  private final OwnServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  public Pages(OwnServer server) {
    this.server = server;
  }

  /** Asks for a page, which must have rows. */
  public Call request(Page page) {
    URI address = URI.create(
        "%s/api/processes?%s".formatted(server.address(), page.query().replace("<", "%3C")));
    HttpRequest request = HttpRequest.newBuilder(address).build();
    return () -> {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != OK || Json.mapper().readTree(answer.body()).isEmpty()) {
        throw new IllegalStateException(
            "%s was answered with %d and %d bytes; expected 200 and rows"
                .formatted(address, answer.statusCode(), answer.body().length));
      }
    };
  }

  @Override
  public void close() {
    http.close();
  }
}
