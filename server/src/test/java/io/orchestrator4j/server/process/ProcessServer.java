package io.orchestrator4j.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** A server with {@link TestingWorkflows} on a schema of its own, and what tests ask of it. */
final class ProcessServer implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final TestingServer server;

  record TestingSchema(String name) {}

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    TestingWorkflows testingWorkflows() {
      return new TestingWorkflows();
    }

    @Bean
    TestingSchema testingSchema() {
      return new TestingSchema(TestingDatabase.freshSchema());
    }

    @Bean
    Orchestrator orchestrator(TestingWorkflows workflows, TestingSchema schema) {
      return Orchestrator.on(TestingDatabase.dataSource())
          .schema(schema.name())
          .workflows(workflows)
          .start();
    }
  }

  private ProcessServer(TestingServer server) {
    this.server = server;
  }

  static ProcessServer start(String... settings) {
    return start(Application.class, settings);
  }

  static ProcessServer start(Class<?> application, String... settings) {
    return new ProcessServer(TestingServer.startOrchestrated(application, settings));
  }

  TestingWorkflows workflows() {
    return server.context().getBean(TestingWorkflows.class);
  }

  Orchestrator orchestrator() {
    return server.context().getBean(Orchestrator.class);
  }

  Answer get(String path, String... headers) {
    return server.get(path, headers);
  }

  Answer send(String method, String path, String body, String... headers) {
    return server.send(method, path, body, headers);
  }

  Answer start(String workflow, String body) {
    return send("POST", "/api/processes/" + workflow, body);
  }

  Answer resume(String id, String body, String... headers) {
    return send("PUT", "/api/processes/%s/resume".formatted(id), body, headers);
  }

  Answer abort(String id) {
    return send("PUT", "/api/processes/%s/abort".formatted(id), "");
  }

  Answer delete(String id) {
    return send("DELETE", "/api/processes/" + id, "");
  }

  /** The id of a new process of a workflow without a form. */
  String started(String workflow) {
    Answer answer = start(workflow, "[{}]");
    assertThat(answer.status()).as(answer.text()).isEqualTo(201);
    return answer.json().get("id").asString();
  }

  /** The same, once it has come as far as it comes by itself. */
  String run(String workflow) {
    String id = started(workflow);
    quiet();
    return id;
  }

  JsonNode process(String id) {
    Answer answer = get("/api/processes/" + id);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  String status(String id) {
    return process(id).get("last_status").asString();
  }

  /** Name and status of each step. */
  List<String> steps(String id) {
    return process(id)
        .get("steps")
        .valueStream()
        .map(step -> step.get("name").asString() + " " + step.get("status").asString())
        .toList();
  }

  /** Does something to the database behind the server's back. */
  void execute(String sql) throws SQLException {
    String schema = server.context().getBean(TestingSchema.class).name();
    try (Connection connection = TestingDatabase.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql.replace("${schema}", schema));
    }
  }

  void quiet() {
    try {
      assertThat(orchestrator().engine().awaitQuiet(AT_MOST)).as("quiet").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  /** The wire's body of a refusal. */
  static void assertProblem(Answer answer, int status, String code, String detail) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("content-type")).isEqualTo("application/json");
    assertThat(answer.json().get("status").asInt()).isEqualTo(status);
    assertThat(answer.json().get("code").asString()).isEqualTo(code);
    assertThat(answer.json().get("detail").asString()).isEqualTo(detail);
  }

  @Override
  public void close() {
    server.close();
  }
}
