package io.orchestrator4j.server.subscription;

import static io.orchestrator4j.server.subscription.FurnitureServer.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.value.Json;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Boxes that were sold by an application which had a class for them, and are seen by one that has none any more. */
final class ClassGoneTest {

  private static final String SCHEMA = TestingDatabase.freshSchema();
  private static FurnitureServer server;
  private static String shelf;
  private static String box;
  private static String locked;
  private static String sealing;
  private static JsonNode before;
  private static JsonNode versionBefore;

  @BeforeAll
  static void start() {
    try (FurnitureServer first = FurnitureServer.start(FurnitureServer.WithBoxes.class, SCHEMA)) {
      shelf = first.createdShelf();
      box = first.createdBox();
      locked = first.createdBox();
      sealing = first.run("seal_box", on(locked)).path("process_id").asString();
      before = first.get("/api/subscriptions/domain-model/" + box).json();
      versionBefore =
          first.get("/api/subscriptions/%s/history/1".formatted(box)).json();
    }
    server = FurnitureServer.start(FurnitureServer.WithoutBoxes.class, SCHEMA);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode found(String path) {
    Answer answer = server.get(path);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void itIsShownAsItIsStored() {
    assertThat(found("/api/subscriptions/domain-model/" + box)).isEqualTo(before);
    assertThat(found("/api/subscriptions/%s/history/1".formatted(box))).isEqualTo(versionBefore);
    assertThat(found("/api/subscriptions/%s/history".formatted(box)).size())
        .isEqualTo(before.path("version").asInt());
  }

  @Test
  void whatItUsesIsShownWithItsUse() {
    JsonNode used = found("/api/subscriptions/domain-model/" + shelf);

    assertThat(used.at("/shelf/in_use_by_relations").findValuesAsString("subscription_id"))
        .containsExactlyInAnyOrder(box, locked);
    assertThat(
            server.action(shelf, "terminate", "terminate_shelf").path("reason").asString())
        .isEqualTo("subscription.relations_not_in_sync");
  }

  @Test
  void itsProcessesAreShownAndListed() {
    JsonNode process = found("/api/processes/" + sealing);

    assertThat(process.path("last_status").asString()).isEqualTo("failed");
    assertThat(process.at("/current_state/subscription/box/shelf/place").asString())
        .isEqualTo("cellar");
    assertThat(process.path("steps").valueStream().map(step -> step.path("name").asString()))
        .containsExactly(
            "Start", "Create Process Subscription relation", "Lock subscription", "Seal");
    assertThat(found("/api/processes/?filter=tag,BOX&sort=productName,asc").size())
        .isEqualTo(3);
    assertThat(found("/api/processes/?filter=subscriptionId," + locked)
            .findValuesAsString("workflow_name"))
        .containsExactly("seal_box", "create_box");
  }

  @Test
  void itsProductIsShown() {
    JsonNode products = found("/api/products/?tag=BOX");

    assertThat(products.at("/0/name").asString()).isEqualTo("Box");
    assertThat(products.at("/0/product_blocks/0/name").asString()).isEqualTo("Box");
    assertThat(found("/api/products/").findValuesAsString("tag")).contains("BOX", "SHELF");
    assertThat(found("/api/products/" + products.at("/0/product_id").asString()))
        .isEqualTo(products.path(0));
  }

  @Test
  void noWorkflowMayStartOnIt() {
    JsonNode actions = found("/api/subscriptions/workflows/" + box);

    Answer gone = server.start("seal_box", on(box));
    Answer note = server.start("modify_note", on(box));
    Answer others = server.start("move_shelf", on(box));

    assertThat(actions.path("reason").asString()).isEqualTo("subscription.not_defined");
    assertThat(actions.path("modify")).isEqualTo(Json.read("""
            [{"name":"modify_note","description":"Modify Note","reason":"subscription.not_defined"}]
            """));
    assertThat(gone.status()).isEqualTo(404);
    assertThat(gone.json().path("code").asString()).isEqualTo("workflow_not_found");
    assertThat(note.status()).as(note.text()).isEqualTo(400);
    assertThat(note.json().at("/validation_errors/0/msg").asString())
        .isEqualTo(
            "This workflow cannot be started: This application has no class for the product type 'Box'");
    assertThat(others.status()).isEqualTo(400);
    assertThat(others.json().at("/validation_errors/0/msg").asString())
        .isEqualTo("This workflow is not valid for this subscription");
  }

  @Test
  void aClassThatNoLongerFitsIsShownAsItIsStoredAndStartsNothing() {
    try (FurnitureServer other =
        FurnitureServer.start(FurnitureServer.WithOtherBoxes.class, SCHEMA)) {
      Answer form = other.start("label_box", on(box));

      assertThat(other.get("/api/subscriptions/domain-model/" + box).json()).isEqualTo(before);
      assertThat(other.action(box, "modify", "label_box").has("reason")).isFalse();
      assertThat(form.status()).as(form.text()).isEqualTo(409);
      assertThat(form.json().path("code").asString()).isEqualTo("not_defined");
      assertThat(form.json().path("detail").asString())
          .contains("'label_box' cannot be shown", "for which this application has no class");
    }
  }

  @Test
  void itIsSetInSyncOnceItsProcessIsAborted() {
    String path = "/api/subscriptions/%s/set_in_sync".formatted(locked);
    Answer refused = server.send("PUT", path, "");
    Answer resumed = server.send("PUT", "/api/processes/%s/resume".formatted(sealing), "{}");
    Answer aborted = server.send("PUT", "/api/processes/%s/abort".formatted(sealing), "");

    Answer done = server.send("PUT", path, "");

    assertThat(List.of(refused.status(), resumed.status(), aborted.status(), done.status()))
        .containsExactly(422, 409, 204, 200);
    assertThat(resumed.json().path("code").asString()).isEqualTo("workflow_removed");
    JsonNode inSync = found("/api/subscriptions/domain-model/" + locked);
    assertThat(inSync.path("insync").asBoolean()).isTrue();
    String latest = "/api/subscriptions/%s/history/%d"
        .formatted(locked, inSync.path("version").asInt());
    ObjectNode past = (ObjectNode) found(latest);
    assertThat(past.path("insync").asBoolean()).isTrue();
    assertThat(past.at("/box/shelf/place").asString()).isEqualTo("cellar");
  }
}
