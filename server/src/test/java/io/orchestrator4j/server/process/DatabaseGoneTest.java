package io.orchestrator4j.server.process;

import static io.orchestrator4j.server.process.ProcessServer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.server.TestingServer.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;

/** The database stops while a step runs, and comes back. */
final class DatabaseGoneTest {

  @TempDir
  private static Path folder;

  private static EmbeddedPostgres postgres;
  private static ProcessServer server;

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {}

  @BeforeAll
  static void start() {
    postgres = EmbeddedPostgres.start(folder, EmbeddedOptions.DEFAULT.withDurable(false));
    server = ProcessServer.start(
        Application.class,
        "orchestrator.database.url=" + postgres.jdbcUrl(),
        "orchestrator.database.user=" + postgres.user(),
        "orchestrator.database.password=" + postgres.password(),
        "orchestrator.schema=migrate",
        "orchestrator.catalogue=sync");
  }

  @AfterAll
  static void stop() {
    server.close();
    postgres.close();
  }

  @Test
  void theOutcomeOfARunningStepIsKeptUntilTheDatabaseIsBack() throws Exception {
    TestingWorkflows.Held held = new TestingWorkflows.Held();
    server.workflows().deed = held;
    String id = server.started("acting");
    held.awaitBegun();
    assertThat(server.get("/api/health/").text()).isEqualTo("\"OK\"");

    postgres.stopServer();
    Answer health = server.get("/api/health/");
    Answer start = server.start("acting", "[{}]");
    Answer detail = server.get("/api/processes/" + id);
    held.release();
    postgres.startServer();
    server.quiet();

    assertProblem(
        health,
        500,
        "database_unavailable",
        "The database cannot be reached; running processes wait for it");
    assertUnavailable(start);
    assertUnavailable(detail);
    assertThat(server.get("/api/health/").status()).isEqualTo(200);
    assertThat(server.status(id)).isEqualTo("completed");
    assertThat(server.process(id).at("/current_state/released").asBoolean()).isTrue();
    assertThat(server.get("/api/processes").json()).hasSize(1);
  }

  private static void assertUnavailable(Answer answer) {
    assertProblem(
        answer,
        503,
        "database_unavailable",
        "The database cannot be reached. Look whether this took effect before asking again, once the server is healthy");
    assertThat(answer.text()).doesNotContain("127.0.0.1");
  }
}
