package io.orchestrator4j.server.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.server.subscription.Furniture.BoxWorkflows;
import io.orchestrator4j.server.subscription.Furniture.Chores;
import io.orchestrator4j.server.subscription.Furniture.OtherBoxWorkflows;
import io.orchestrator4j.server.subscription.Furniture.ShelfWorkflows;
import java.time.Duration;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** A server with {@link Furniture}, and what tests ask of it. */
final class FurnitureServer implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final TestingServer server;

  /** Shelves, and of boxes what an application has of them. */
  abstract static class Application {

    @Bean
    OrchestratorConfiguration configuration(@Value("${testing.schema}") String schema) {
      return Orchestrator.on(TestingDatabase.dataSource()).schema(schema);
    }

    @Bean
    ShelfWorkflows shelfWorkflows(OrchestratorConfiguration configuration) {
      return new ShelfWorkflows(configuration.subscriptions());
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class WithBoxes extends Application {

    @Bean
    Orchestrator orchestrator(OrchestratorConfiguration configuration, ShelfWorkflows shelves) {
      return configuration
          .workflows(shelves, new BoxWorkflows(configuration.subscriptions()), new Chores())
          .start();
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class WithoutBoxes extends Application {

    @Bean
    Orchestrator orchestrator(OrchestratorConfiguration configuration, ShelfWorkflows shelves) {
      return configuration.workflows(shelves).start();
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class WithOtherBoxes extends Application {

    @Bean
    Orchestrator orchestrator(OrchestratorConfiguration configuration, ShelfWorkflows shelves) {
      return configuration.workflows(shelves, new OtherBoxWorkflows()).start();
    }
  }

  private FurnitureServer(TestingServer server) {
    this.server = server;
  }

  static FurnitureServer start() {
    return start(WithBoxes.class, TestingDatabase.freshSchema());
  }

  static FurnitureServer start(Class<? extends Application> application, String schema) {
    return new FurnitureServer(
        TestingServer.startOrchestrated(application, "testing.schema=" + schema));
  }

  ShelfWorkflows shelves() {
    return server.context().getBean(ShelfWorkflows.class);
  }

  Orchestrator orchestrator() {
    return server.context().getBean(Orchestrator.class);
  }

  Answer get(String path) {
    return server.get(path);
  }

  Answer send(String method, String path, String body) {
    return server.send(method, path, body);
  }

  Answer start(String workflow, String pages) {
    return send("POST", "/api/processes/%s?reporter=ann".formatted(workflow), pages);
  }

  /** A new process, once it has come as far as it comes by itself. */
  JsonNode run(String workflow, String pages) {
    Answer started = start(workflow, pages);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    quiet();
    return get("/api/processes/" + started.json().path("id").asString()).json();
  }

  /** The process that makes a subscription of a product. */
  JsonNode create(String workflow, String product) {
    UUID id = orchestrator().products().named(product).productId();
    return run(workflow, "[{\"product\": \"%s\"}]".formatted(id));
  }

  String createdShelf() {
    return subscriptionOf(create("create_shelf", "Shelf"));
  }

  String createdBox() {
    return subscriptionOf(create("create_box", "Box"));
  }

  static String subscriptionOf(JsonNode process) {
    return process.at("/subscriptions/0/subscription_id").asString();
  }

  /** The first page of a workflow on a subscription. */
  static String on(String subscriptionId) {
    return "[{\"subscription_id\": \"%s\"}]".formatted(subscriptionId);
  }

  /** What is said of a workflow of a subscription. */
  JsonNode action(String subscriptionId, String group, String workflow) {
    return get("/api/subscriptions/workflows/" + subscriptionId)
        .json()
        .path(group)
        .valueStream()
        .filter(each -> each.path("name").asString().equals(workflow))
        .findFirst()
        .orElseThrow();
  }

  void quiet() {
    try {
      assertThat(orchestrator().engine().awaitQuiet(AT_MOST)).as("quiet").isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
