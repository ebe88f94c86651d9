package io.orchestrator4j.server.subscription;

import static io.orchestrator4j.server.subscription.FurnitureServer.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Subscriptions over the wire, where the recordings say nothing. */
final class SubscriptionRoutesTest {

  private static FurnitureServer server;

  @BeforeAll
  static void start() {
    server = FurnitureServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aLockedSubscriptionIsSetInSyncOnceItsProcessIsAborted() {
    String shelf = server.createdShelf();
    server.shelves().broken.set(true);
    JsonNode failed = server.run("move_shelf", on(shelf));
    server.shelves().broken.set(false);
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
    assertThat(server.orchestrator().audit().latest(1).getFirst().actor()).isEqualTo("bob");
    assertThat(server
            .send("PUT", "/api/subscriptions/%s/set_in_sync".formatted(new UUID(0, 1)), "")
            .json()
            .path("detail")
            .asString())
        .isEqualTo("Subscription with %s does not exist in the database".formatted(new UUID(0, 1)));
  }

  @Test
  void whatIsInUseSaysByWhat() {
    String shelf = server.createdShelf();
    String box = server.createdBox();
    String used = server
        .get("/api/subscriptions/domain-model/" + box)
        .json()
        .at("/box/shelf/owner_subscription_id")
        .asString();

    JsonNode terminate = server.action(used, "terminate", "terminate_shelf");

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
    assertThat(server.start("terminate_shelf", on(used)).status()).isEqualTo(400);
  }

  @Test
  void theHistorySaysWhoMadeWhichVersionAndShowsIt() {
    String shelf = server.createdShelf();
    JsonNode moved = server.run("move_shelf", on(shelf));

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

  @Test
  void whoMayNotStartAWorkflowIsToldSoBeforeAndRefused() {
    String shelf = server.createdShelf();

    JsonNode paint = server.action(shelf, "modify", "paint_shelf");
    Answer firstPage = server.start("paint_shelf", "[]");
    Answer started = server.start("paint_shelf", on(shelf));

    assertThat(paint).isEqualTo(Json.read("""
            {"name":"paint_shelf","description":"Paint shelf","reason":"subscription.insufficient_workflow_permissions"}
            """));
    assertThat(server.action(shelf, "modify", "move_shelf").has("reason")).isFalse();
    assertThat(List.of(firstPage, started)).allSatisfy(answer -> {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.json().path("code").asString()).isEqualTo("not_authorized");
      assertThat(answer.json().path("detail").asString())
          .isEqualTo("User is not authorized to start 'paint_shelf' workflow");
    });
    assertThat(server.get("/api/processes/?filter=workflow_name,paint_shelf").text())
        .isEqualTo("[]");
  }

  @Test
  void whatIsInTheWayOfEverybodySaysMoreThanThatACallerMayNot() {
    String shelf = server.createdShelf();
    server.shelves().broken.set(true);
    JsonNode _ = server.run("move_shelf", on(shelf));
    server.shelves().broken.set(false);

    assertThat(server.action(shelf, "modify", "paint_shelf").path("reason").asString())
        .isEqualTo("subscription.not_in_sync");
  }
}
