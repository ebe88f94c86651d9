package io.orchestrator4j.server.product;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What operators list of the catalogue. */
final class WorkflowListTest {

  @Test
  void workflowsAndTasksAreListedByName() {
    try (CatalogueServer server = new CatalogueServer()) {
      JsonNode all = server.get("/api/workflows/").json();

      assertThat(all.valueStream().map(each -> each.path("name").asString()))
          .isSorted()
          .contains("create_user_group", "modify_note");
      assertThat(all.path(0).propertyNames())
          .containsExactly(
              "name", "target", "is_task", "description", "created_at", "workflow_id", "steps");
    }
  }
}
