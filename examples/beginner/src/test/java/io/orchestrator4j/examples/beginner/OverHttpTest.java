package io.orchestrator4j.examples.beginner;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.client.ServerClient;
import io.orchestrator4j.cli.process.ChoiceLabels;
import io.orchestrator4j.cli.process.Waiting;
import io.orchestrator4j.testing.OrchestratorTest;
import io.orchestrator4j.value.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The life of groups and users, as a client of the server leads it. */
@OrchestratorTest(webEnvironment = WebEnvironment.RANDOM_PORT)
final class OverHttpTest {

  private final ServerClient server;

  OverHttpTest(@Value("${local.server.port}") int port) {
    this.server = new ServerClient("http://127.0.0.1:" + port, "client");
  }

  @Test
  void aGroupIsCreated() {
    JsonNode process = group("Group One");

    assertThat(names(process))
        .containsExactly(
            "Start",
            "Create subscription",
            "Create Process Subscription relation",
            "Initialize subscription",
            "Provision user group",
            "Set subscription to 'active'",
            "Unlock subscription",
            "Done");
    assertThat(process.at("/current_state/product_name").asString()).isEqualTo("User Group");
    assertThat(process.at("/current_state/group_name").asString()).isEqualTo("Group One");
    JsonNode subscription = process.at("/current_state/subscription");
    assertThat(subscription.path("description").asString()).isEqualTo("User Group Group One");
    assertThat(subscription.path("status").asString()).isEqualTo("active");
    assertThat(subscription.path("insync").asBoolean()).isTrue();
    assertThat(subscription.at("/user_group/group_id").isInt()).isTrue();
  }

  @Test
  void usersAreCreatedInAGroup() {
    var _ = group("Group Two");

    JsonNode external = user("User external", "bob", "Group Two");
    JsonNode internal = user("User internal", "ann", "Group Two");

    assertThat(external.path("description").asString())
        .isEqualTo("User bob from group Group Two (external)");
    assertThat(internal.path("description").asString())
        .isEqualTo("User ann from group Group Two (internal)");
    assertThat(internal.path("affiliation").asString()).isEqualTo("internal");
    assertThat(internal.at("/user/group/group_name").asString()).isEqualTo("Group Two");
    assertThat(internal.at("/user/age").asInt()).isEqualTo(40);
  }

  @Test
  void aGroupIsRenamed() {
    JsonNode created = group("Group Three");

    JsonNode renamed =
        completed("modify_user_group", about(created), Map.of("group_name", "Group 3"));

    assertThat(names(renamed)).contains("Lock subscription", "Modify user group");
    assertThat(renamed.at("/current_state/subscription/description").asString())
        .isEqualTo("User Group Group 3");
    assertThat(renamed.at("/current_state/subscription/user_group/group_name").asString())
        .isEqualTo("Group 3");
  }

  @Test
  void aGroupIsTerminated() {
    JsonNode created = group("Group Four");

    JsonNode terminated = completed("terminate_user_group", about(created), Map.of());

    assertThat(names(terminated)).contains("Deprovision user group");
    JsonNode subscription = terminated.at("/current_state/subscription");
    assertThat(subscription.path("status").asString()).isEqualTo("terminated");
    assertThat(subscription.path("end_date").isNull()).isFalse();
  }

  private JsonNode group(String name) {
    return completed(
        "create_user_group", Map.of("product", "User Group"), Map.of("group_name", name));
  }

  private JsonNode user(String product, String name, String group) {
    Map<String, ?> page =
        Map.of("username", name, "age", 40, "user_group_ids", List.of("User Group " + group));
    return completed("create_user", Map.of("product", product), page)
        .at("/current_state/subscription");
  }

  private static Map<String, ?> about(JsonNode process) {
    return Map.of("subscription_id", process.at("/current_state/subscription_id"));
  }

  @SafeVarargs
  private JsonNode completed(String workflow, Map<String, ?>... pages) {
    List<ObjectNode> filled = new ArrayList<>();
    for (Map<String, ?> page : pages) {
      ObjectNode answers = (ObjectNode) Json.toTree(page);
      ChoiceLabels.replace(answers, server.start(workflow, filled).body().path("form"));
      filled.add(answers);
    }
    String id = server.start(workflow, filled).orFail().path("id").asString();
    JsonNode process = Waiting.untilStill(server, id, Duration.ofSeconds(20));
    assertThat(process.path("last_status").asString())
        .as(process.toString())
        .isEqualTo("completed");
    return process;
  }

  private static List<String> names(JsonNode process) {
    return process
        .path("steps")
        .valueStream()
        .map(step -> step.path("name").asString())
        .toList();
  }
}
