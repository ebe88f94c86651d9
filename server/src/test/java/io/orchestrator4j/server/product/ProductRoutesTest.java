package io.orchestrator4j.server.product;

import static io.orchestrator4j.server.product.CatalogueServer.texts;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.value.Json;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Products over HTTP. */
final class ProductRoutesTest {

  private static CatalogueServer server;

  @BeforeAll
  static void start() throws Exception {
    server = new CatalogueServer();
    server.execute("""
        insert into ${schema}.products_workflows (product_id, workflow_id)
        select product_id, workflow_id
        from ${schema}.products, ${schema}.workflows
        where products.name = 'User Group'
        and workflows.name like '%_user_group'
        """);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void productsAndWhatBelongsToThemAreInOrderWhateverWasChangedLast() {
    JsonNode create = server.product("GROUP").at("/workflows/0");
    server.patch(
        "/api/workflows/" + create.get("workflow_id").asString(), "{\"description\":\"x\"}");
    server.patch("/api/products/" + id("GROUP"), "{\"description\":\"x\"}");

    JsonNode products = server.get("/api/products/").json();

    assertThat(texts(products, "name"))
        .containsExactly("User Group", "User external", "User internal");
    assertThat(texts(products.at("/0/workflows"), "name"))
        .containsExactly("create_user_group", "modify_note", "modify_user_group");
    assertThat(texts(products.at("/1/product_blocks/0/resource_types"), "resource_type"))
        .containsExactly("username", "age");
    assertThat(server.get("/api/products").json()).isEqualTo(products);
  }

  @Test
  void aProductIsShownWithEveryKey() {
    JsonNode group = server.product("GROUP");
    JsonNode internal = server.product("USER_INT");

    assertThat(group.propertyNames())
        .containsExactly(
            "product_id",
            "name",
            "description",
            "product_type",
            "status",
            "tag",
            "created_at",
            "end_date",
            "product_blocks",
            "fixed_inputs",
            "workflows");
    assertThat(group.at("/product_blocks/0").propertyNames())
        .containsExactly(
            "product_block_id",
            "name",
            "description",
            "tag",
            "status",
            "resource_types",
            "created_at",
            "end_date");
    assertThat(internal.at("/product_blocks/0/tag").isNull()).isTrue();
    assertThat(internal.at("/fixed_inputs/0").propertyNames())
        .containsExactly("fixed_input_id", "name", "value", "product_id", "created_at");
    assertThat(internal.at("/fixed_inputs/0/value").asString()).isEqualTo("internal");
    assertThat(internal.at("/fixed_inputs/0/product_id")).isEqualTo(internal.get("product_id"));
    assertThat(group.at("/workflows/0").propertyNames())
        .containsExactly(
            "name", "target", "is_task", "description", "created_at", "workflow_id", "steps");
    assertThat(group.at("/workflows/0/steps").isNull()).isTrue();
    assertThat(group.get("created_at").isNumber()).isTrue();
    assertThat(server.get("/api/products/" + id("GROUP")).json()).isEqualTo(group);
    assertThat(server.get("/api/products/" + id("GROUP") + "/").json()).isEqualTo(group);
  }

  @Test
  void productsAreFilteredByTagAndType() {
    assertThat(texts(server.get("/api/products/?product_type=User").json(), "name"))
        .containsExactly("User external", "User internal");
    assertThat(texts(server.get("/api/products/?product_type=User&tag=USER_EXT").json(), "name"))
        .containsExactly("User external");
    assertThat(server.get("/api/products/?tag=nothing").json()).isEmpty();
    assertThat(server.get("/api/products/?tag=&product_type=").json()).hasSize(3);
  }

  @Test
  void aProductThatIsNotThereIsNotFound() {
    String path = "/api/products/f4c8a5a0-0000-4000-8000-000000000000";

    for (Answer answer : List.of(
        server.get(path),
        server.patch(path, "{\"description\":\"x\"}"),
        server.patch(path, "{}"))) {
      assertProblem(
          answer,
          404,
          "product_not_found",
          "Product id f4c8a5a0-0000-4000-8000-000000000000 not found");
    }
    assertThat(server.get("/api/products/x").status()).isEqualTo(422);
  }

  @Test
  void aProductIsChangedAndTheAuditSaysByWhom() {
    String path = "/api/products/%s?reporter=ann".formatted(id("USER_EXT"));

    Answer described = server.patch(path, "{\"description\":\"for guests\"}");
    Answer ended = server.patch(path, "{\"status\":\"phase out\"}");
    Answer spelledOtherwise = server.patch(path, "{\"status\":\"pre_production\",\"tag\":\"X\"}");

    assertThat(described.status()).isEqualTo(201);
    assertThat(described.json().get("description").asString()).isEqualTo("for guests");
    assertThat(ended.json().get("status").asString()).isEqualTo("phase out");
    assertThat(ended.json().get("description").asString()).isEqualTo("for guests");
    assertThat(spelledOtherwise.status()).isEqualTo(201);
    assertThat(spelledOtherwise.json().get("status").asString()).isEqualTo("pre production");
    assertThat(spelledOtherwise.json().get("tag").asString()).isEqualTo("USER_EXT");
    assertThat(audit("User external"))
        .containsExactly(
            "ann edit_product {\"status\":\"pre production\"}",
            "ann edit_product {\"status\":\"phase out\"}",
            "ann edit_product {\"description\":\"written\"}");
  }

  @Test
  void whatChangesNothingIsAnsweredAsAChange() {
    JsonNode before = server.product("USER_INT");

    for (String body : List.of("{}", "{\"name\":\"x\"}", "{\"status\":\"active\"}")) {
      Answer answer = server.patch("/api/products/" + id("USER_INT"), body);

      assertThat(answer.status()).isEqualTo(201);
      assertThat(answer.json()).isEqualTo(before);
    }
    assertThat(audit("User internal")).isEmpty();
  }

  @Test
  void whatCannotBeReadIsRefused() {
    String path = "/api/products/" + id("USER_INT");

    assertThat(server.patch(path, "{\"status\":\"gone\"}").json()).isEqualTo(Json.read("""
        {"detail":[{"type":"enum","loc":["body","status"],
          "msg":"Input should be 'active', 'pre production', 'phase out' or 'end of life'","input":"gone",
          "ctx":{"expected":"'active', 'pre production', 'phase out' or 'end of life'"}}]}"""));
    for (String body : List.of(
        "[]",
        "{\"status\":null}",
        "{\"status\":7}",
        "{\"description\":null}",
        "{\"description\":7}",
        "{\"description\":\"%s\"}".formatted("x".repeat(2001)))) {
      assertThat(server.patch(path, body).status()).as(body).isEqualTo(422);
    }
    assertThat(server.patch(path, "{").status()).isEqualTo(422);
    assertThat(server.product("USER_INT").get("description").asString()).isEqualTo("internal");
  }

  @Test
  void aProductWithSubscriptionsDoesNotEnd() throws Exception {
    String group = id("GROUP");
    server.execute("""
        insert into ${schema}.subscriptions (
          subscription_id, product_id, customer_id, description, status, version, created_at)
        values ('%s', '%s', 'customer', 'a group', 'active', 1, now())
        """.formatted(UUID.randomUUID(), group));

    for (String status : List.of("end of life", "end_of_life")) {
      assertProblem(
          server.patch("/api/products/" + group, "{\"status\":\"%s\"}".formatted(status)),
          400,
          "product_subscribed",
          "Cannot set product to 'end of life': 1 subscription(s) are not in terminated state");
    }
    server.execute("update ${schema}.subscriptions set status = 'terminated'");
    assertThat(server
            .patch("/api/products/" + group, "{\"status\":\"end of life\"}")
            .json()
            .get("status")
            .asString())
        .isEqualTo("end of life");
  }

  @Test
  void aStepFindsTheProductsThatItsClassWasGiven() throws Exception {
    String process = server
        .send("POST", "/api/processes/task_name_the_products", "[{}]")
        .json()
        .get("id")
        .asString();
    server.orchestrator().engine().awaitQuiet(Duration.ofSeconds(30));

    assertThat(server.get("/api/processes/" + process).json().at("/current_state/users"))
        .isEqualTo(Json.toTree(List.of("User external", "User internal")));
  }

  private static String id(String tag) {
    return server.product(tag).get("product_id").asString();
  }

  private static List<String> audit(String subject) {
    return server.orchestrator().audit().latest(100).stream()
        .filter(entry -> subject.equals(entry.subject()))
        .map(ProductRoutesTest::text)
        .toList();
  }

  private static String text(AuditEntry entry) {
    return "%s %s %s".formatted(entry.actor(), entry.action(), entry.details());
  }

  private static void assertProblem(Answer answer, int status, String code, String detail) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().get("code").asString()).isEqualTo(code);
    assertThat(answer.json().get("detail").asString()).isEqualTo(detail);
  }
}
