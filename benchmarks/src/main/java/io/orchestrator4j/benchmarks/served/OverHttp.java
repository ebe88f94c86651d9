package io.orchestrator4j.benchmarks.served;

import io.orchestrator4j.benchmarks.contest.Contestant;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.database.ExecutedStatements;
import io.orchestrator4j.benchmarks.measure.Call;
import io.orchestrator4j.benchmarks.node.FiveSteps;
import io.orchestrator4j.benchmarks.node.Journal;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/**
 * A server of ours to which five-step workflows are sent. That one is completed is seen in the
 * database, so that nothing besides starts is asked of the server.
 */
public final class OverHttp implements Contestant {

  // longer than a look takes, and short beside what a workflow takes
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(2);
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final int CREATED = 201;

  private final DatabaseAddress database;
  private final OwnServer server;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A server on an empty database; it is closed with this. */
  public OverHttp(DatabaseAddress database, OwnServer server) {
    this.database = database;
    this.server = server;
  }

  @Override
  public String name() {
    return "ours over HTTP";
  }

  @Override
  public DatabaseAddress database() {
    return database;
  }

  @Override
  public Call client() throws SQLException {
    Connection connection = database.connect();
    PreparedStatement look = connection.prepareStatement(
        ExecutedStatements.OWN
            + "select 1 from orchestrator.processes where process_id = ? and last_status = 'completed'");
    URI target = server.address().resolve("/api/processes/" + FiveSteps.NAME);
    HttpRequest start = HttpRequest.newBuilder(target)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString("[{}]"))
        .build();
    return new Client(http, start, connection, look);
  }

  @Override
  public int stepsPerUnit() {
    return FiveSteps.STEPS;
  }

  @Override
  public long storedSteps() throws SQLException {
    return new Journal(database).steps(FiveSteps.STEP);
  }

  @Override
  public void rest() {}

  @Override
  public void close() {
    http.close();
    server.close();
  }

  private record Client(
      HttpClient http, HttpRequest start, Connection connection, PreparedStatement look)
      implements Call {

    @Override
    public void run() throws IOException, InterruptedException, SQLException {
      HttpResponse<String> answer = http.send(start, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != CREATED) {
        throw new IllegalStateException("The start was answered with %d: %s; expected 201"
            .formatted(answer.statusCode(), answer.body()));
      }
      look.setObject(
          1, UUID.fromString(Json.mapper().readTree(answer.body()).path("id").asString()));
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (!isCompleted()) {
        if (System.nanoTime() > end) {
          throw new IllegalStateException(
              "A process is not completed after %s: %s".formatted(PATIENCE, answer.body()));
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }

    private boolean isCompleted() throws SQLException {
      try (ResultSet row = look.executeQuery()) {
        return row.next();
      }
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
