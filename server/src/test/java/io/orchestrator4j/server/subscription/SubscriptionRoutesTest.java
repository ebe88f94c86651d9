package io.orchestrator4j.server.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;
import static io.orchestrator4j.workflow.Steps.verify;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Shared;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.JsonNode;

/** Subscriptions over the wire, where the recordings say nothing. */
final class SubscriptionRoutesTest {

  @ProductBlock("Shelf")
  static class ShelfBlock extends ProductBlockModel {
    public String place = "cellar";
  }

  @ProductType("Shelf")
  @Product(name = "Shelf", tag = "SHELF", description = "a shelf")
  static class Shelf extends SubscriptionModel {
    public ShelfBlock shelf;
  }

  @ProductBlock("Box")
  static class BoxBlock extends ProductBlockModel {
    @Shared
    @NotNull(groups = Provisioning.class)
    public ShelfBlock shelf;
  }

  @ProductType("Box")
  @Product(name = "Box", tag = "BOX", description = "a box")
  static class Box extends SubscriptionModel {
    public BoxBlock box;
  }

  @Workflows(Shelf.class)
  static final class ShelfWorkflows {

    final AtomicBoolean broken = new AtomicBoolean();
    private final Subscriptions subscriptions;

    ShelfWorkflows(Subscriptions subscriptions) {
      this.subscriptions = subscriptions;
    }

    @CreateWorkflow("Create shelf")
    StepList createShelf() {
      return begin().then(this::create).then(storeProcessSubscription());
    }

    @Step("Create")
    Shelf create(UUID product) {
      return subscriptions.create(Shelf.class, product, "ann");
    }

    @ModifyWorkflow("Move shelf")
    StepList moveShelf() {
      return begin().then(this::move);
    }

    @Step("Move")
    Shelf move(Shelf subscription) {
      verify(!broken.get(), "the cellar is locked");
      subscription.shelf.place = "attic";
      return subscription;
    }

    @TerminateWorkflow("Terminate shelf")
    StepList terminateShelf() {
      return begin();
    }
  }

  @Workflows(Box.class)
  static final class BoxWorkflows {

    private final Subscriptions subscriptions;

    BoxWorkflows(Subscriptions subscriptions) {
      this.subscriptions = subscriptions;
    }

    @CreateWorkflow("Create box")
    StepList createBox() {
      return begin().then(this::createOnTheFirstShelf).then(storeProcessSubscription());
    }

    @Step("Create on the first active shelf")
    Box createOnTheFirstShelf(UUID product) {
      Box box = subscriptions.create(Box.class, product, "ann");
      box.box.shelf = subscriptions.find(Shelf.class).in(ACTIVE).list().getFirst().shelf;
      return box;
    }
  }

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Orchestrator orchestrator() {
      OrchestratorConfiguration configuration =
          Orchestrator.on(TestingDatabase.dataSource()).schema(TestingDatabase.freshSchema());
      shelves = new ShelfWorkflows(configuration.subscriptions());
      return configuration
          .workflows(shelves, new BoxWorkflows(configuration.subscriptions()))
          .start();
    }
  }

  private static ShelfWorkflows shelves;
  private static TestingServer server;
  private static Orchestrator orchestrator;

  @BeforeAll
  static void start() {
    server = TestingServer.startOrchestrated(Application.class);
    orchestrator = server.context().getBean(Orchestrator.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode run(String workflow, String pages) {
    Answer started = server.send("POST", "/api/processes/" + workflow + "?reporter=ann", pages);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    try {
      assertThat(orchestrator.engine().awaitQuiet(Duration.ofSeconds(20))).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return server.get("/api/processes/" + started.json().path("id").asString()).json();
  }

  private static String create(String workflow, String product) {
    UUID id = orchestrator.products().named(product).productId();
    JsonNode process = run(workflow, "[{\"product\": \"%s\"}]".formatted(id));
    return process.at("/subscriptions/0/subscription_id").asString();
  }

  private static String on(String subscriptionId) {
    return "[{\"subscription_id\": \"%s\"}]".formatted(subscriptionId);
  }

  private static JsonNode action(String subscriptionId, String group, String workflow) {
    return server
        .get("/api/subscriptions/workflows/" + subscriptionId)
        .json()
        .path(group)
        .valueStream()
        .filter(each -> each.path("name").asString().equals(workflow))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aLockedSubscriptionIsSetInSyncOnceItsProcessIsAborted() {
    String shelf = create("create_shelf", "Shelf");
    shelves.broken.set(true);
    JsonNode failed = run("move_shelf", on(shelf));
    shelves.broken.set(false);
    String processId = failed.path("process_id").asString();
    assertThat(failed.path("last_status").asString()).isEqualTo("failed");

    JsonNode locked = server.get("/api/subscriptions/workflows/" + shelf).json();
    assertThat(locked.path("reason").asString()).isEqualTo("subscription.not_in_sync");
    assertThat(locked.path("locked_by").asString()).isEqualTo(processId);
    Answer refused = server.send("PUT", "/api/subscriptions/%s/set_in_sync".formatted(shelf), "");
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().path("detail").asString())
        .isEqualTo("Subscription %s has still failed processes with id's: ['%s']"
            .formatted(shelf, processId));

    server.send("PUT", "/api/processes/%s/abort".formatted(processId), "");
    Answer done =
        server.send("PUT", "/api/subscriptions/%s/set_in_sync?reporter=bob".formatted(shelf), "");

    assertThat(done.status()).isEqualTo(200);
    assertThat(done.text()).isEqualTo("null");
    assertThat(server.get("/api/subscriptions/domain-model/" + shelf).json().path("insync"))
        .hasToString("true");
    assertThat(orchestrator.audit().latest(1).getFirst().actor()).isEqualTo("bob");
    assertThat(server
            .send("PUT", "/api/subscriptions/%s/set_in_sync".formatted(new UUID(0, 1)), "")
            .json()
            .path("detail")
            .asString())
        .isEqualTo("Subscription with %s does not exist in the database".formatted(new UUID(0, 1)));
  }

  @Test
  void whatIsInUseSaysByWhat() {
    String shelf = create("create_shelf", "Shelf");
    String box = create("create_box", "Box");
    String used = server
        .get("/api/subscriptions/domain-model/" + box)
        .json()
        .at("/box/shelf/owner_subscription_id")
        .asString();

    JsonNode terminate = action(used, "terminate", "terminate_shelf");

    assertThat(shelf).isNotEmpty();
    assertThat(terminate.path("reason").asString())
        .isEqualTo("subscription.no_modify_subscription_in_use_by_others");
    assertThat(terminate.path("unterminated_in_use_by_subscriptions").toString())
        .contains(box);
    assertThat(terminate
            .at("/unterminated_in_use_by_subscriptions_detail/0/subscription_description")
            .asString())
        .isEqualTo("Initial subscription of a box");
    assertThat(server
            .get("/api/subscriptions/domain-model/" + used)
            .json()
            .at("/shelf/in_use_by_relations/0/subscription_id")
            .asString())
        .isNotEmpty();
    assertThat(server.send("POST", "/api/processes/terminate_shelf", on(used)).status())
        .isEqualTo(400);
  }

  @Test
  void theHistorySaysWhoMadeWhichVersionAndShowsIt() {
    String shelf = create("create_shelf", "Shelf");
    JsonNode moved = run("move_shelf", on(shelf));

    JsonNode versions =
        server.get("/api/subscriptions/%s/history".formatted(shelf)).json();

    assertThat(versions.path(0).path("version").asInt()).isEqualTo(versions.size());
    assertThat(versions.path(0).path("process_id")).isEqualTo(moved.path("process_id"));
    assertThat(versions.path(0).path("changed_by").asString()).isEqualTo("ann");
    assertThat(server
            .get("/api/subscriptions/%s/history/1".formatted(shelf))
            .json()
            .at("/shelf/place")
            .asString())
        .isEqualTo("cellar");
    assertThat(server
            .get("/api/subscriptions/%s/history/%d".formatted(shelf, versions.size()))
            .json()
            .at("/shelf/place")
            .asString())
        .isEqualTo("attic");
    assertThat(server.get("/api/subscriptions/%s/history/99".formatted(shelf)).status())
        .isEqualTo(404);
  }
}
