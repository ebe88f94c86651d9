package io.orchestrator4j.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Blocks, resource types and workflows over HTTP. */
final class DescriptionRoutesTest {

  private static final String NOBODY = "f4c8a5a0-0000-4000-8000-000000000000";

  private static CatalogueServer server;

  @BeforeAll
  static void start() {
    server = new CatalogueServer();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aBlockIsShownAndDescribed() {
    JsonNode block = server.product("GROUP").at("/product_blocks/0");
    String path = "/api/product_blocks/" + block.get("product_block_id").asString();

    assertThat(server.get(path).json()).isEqualTo(block);
    assertThat(server.get(path + "/").json()).isEqualTo(block);

    Answer answer = server.patch(path, "{\"description\":\"a group of users\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().get("description").asString()).isEqualTo("a group of users");
    assertThat(server.get(path).json()).isEqualTo(answer.json());
  }

  @Test
  void aResourceTypeIsShownAndDescribed() {
    JsonNode type = server.product("GROUP").at("/product_blocks/0/resource_types/0");
    String path = "/api/resource_types/" + type.get("resource_type_id").asString();

    assertThat(type.propertyNames())
        .containsExactly("resource_type", "description", "resource_type_id");
    assertThat(type.get("description").isNull()).isTrue();
    assertThat(server.get(path).json()).isEqualTo(type);

    Answer answer = server.patch(path, "{\"description\":\"the group's name\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().get("description").asString()).isEqualTo("the group's name");
    assertThat(server.get(path).json()).isEqualTo(answer.json());
  }

  @Test
  void aWorkflowIsShownAndDescribed() {
    String path = "/api/workflows/" + workflowId("create_user_group");

    assertThat(server.get(path).json().get("target").asString()).isEqualTo("CREATE");

    Answer answer = server.patch(path, "{\"description\":\"Make a group\"}");

    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.json().get("description").asString()).isEqualTo("Make a group");
    assertThat(server.get(path).json()).isEqualTo(answer.json());
  }

  @ParameterizedTest
  @CsvSource({
    "product_blocks, product_block_not_found, Product_block",
    "resource_types, resource_type_not_found, ResourceType",
    "workflows, workflow_not_found, Workflow"
  })
  void whatIsNotThereIsNotFoundInTheWiresWords(String route, String code, String name) {
    String path = "/api/%s/%s".formatted(route, NOBODY);

    assertNotFound(server.get(path), code, "Not Found");
    assertNotFound(
        server.patch(path, "{\"description\":\"x\"}"),
        code,
        "%s id %s not found".formatted(name, NOBODY));
    assertThat(server.get("/api/%s/x".formatted(route)).status()).isEqualTo(422);
    // only workflows have a list
    assertThat(server.get("/api/%s/".formatted(route)).status())
        .isEqualTo(route.equals("workflows") ? 200 : 404);
  }

  @Test
  void whatChangesNothingIsAnsweredAsAChangeAndWhatCannotBeReadIsRefused() {
    String path = "/api/workflows/" + workflowId("modify_user_group");
    JsonNode before = server.get(path).json();

    assertThat(server.patch(path, "{\"target\":\"CREATE\"}").status()).isEqualTo(201);
    assertThat(server.patch(path, "{\"description\":7}").status()).isEqualTo(422);
    assertThat(server
            .patch(path, "{\"description\":\"%s\"}".formatted("x".repeat(2001)))
            .status())
        .isEqualTo(422);
    assertThat(server.get(path).json()).isEqualTo(before);
  }

  private static String workflowId(String name) {
    var workflows = server.orchestrator().workflows();
    return workflows.idOf(workflows.named(name).orElseThrow()).toString();
  }

  private static void assertNotFound(Answer answer, String code, String detail) {
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.json().get("code").asString()).isEqualTo(code);
    assertThat(answer.json().get("detail").asString()).isEqualTo(detail);
  }
}
