package io.orchestrator4j.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What OpenAPI says of the processes. */
final class DescriptionTest {

  @Test
  void everyRouteIsDescribed() {
    try (ProcessServer server = ProcessServer.start()) {
      JsonNode paths = server.get("/api/openapi.json").json().get("paths");
      Set<String> routes = new TreeSet<>();
      paths.forEachEntry((path, methods) -> methods.forEachEntry((method, operation) -> {
        routes.add(method + " " + path);
        assertThat(operation.path("summary").asString("")).as(path).isNotEmpty();
      }));

      assertThat(routes)
          .containsExactly(
              "delete /api/processes/{process_id}",
              "get /",
              "get /api/health",
              "get /api/nodes",
              "get /api/processes",
              "get /api/processes/status-counts",
              "get /api/processes/{process_id}",
              "get /api/processes/{process_id}/audit",
              "get /api/product_blocks/{product_block_id}",
              "get /api/products",
              "get /api/products/{product_id}",
              "get /api/resource_types/{resource_type_id}",
              "get /api/settings/status",
              "get /api/subscriptions",
              "get /api/subscriptions/domain-model/{subscription_id}",
              "get /api/subscriptions/search",
              "get /api/subscriptions/workflows/{subscription_id}",
              "get /api/subscriptions/{subscription_id}/history",
              "get /api/subscriptions/{subscription_id}/history/{version}",
              "get /api/translations/{language}",
              "get /api/workflows",
              "get /api/workflows/{workflow_id}",
              "patch /api/processes/{process_id}",
              "patch /api/product_blocks/{product_block_id}",
              "patch /api/products/{product_id}",
              "patch /api/resource_types/{resource_type_id}",
              "patch /api/workflows/{workflow_id}",
              "post /api/processes/{workflow_key}",
              "put /api/nodes/{node}/drain",
              "put /api/processes/{process_id}/abort",
              "put /api/processes/{process_id}/resume",
              "put /api/settings/status",
              "put /api/subscriptions/{subscription_id}/set_in_sync");
    }
  }
}
