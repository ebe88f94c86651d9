package io.orchestrator4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.State;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** The guide's form does what the guide says. */
final class OrderFormTest {

  private static final ObjectNode NODE =
      (ObjectNode) Json.read("{\"node_name\":\"core-2\",\"site_id\":\"1\"}");

  @Test
  void asksTwoPages() throws Exception {
    FormOutcome<State> confirm = asked(NODE);
    assertThat(confirm)
        .isInstanceOfSatisfying(
            FormOutcome.NextPage.class,
            page -> assertThat(page.schema().path("title").asString())
                .isEqualTo("Order core-2 with 2 ports?"));

    FormOutcome<State> done = asked(NODE, (ObjectNode) Json.read("{\"confirm\":true}"));
    assertThat(done)
        .isInstanceOfSatisfying(
            FormOutcome.Complete.class,
            complete -> assertThat(((State) complete.result()).toTree())
                .isEqualTo(Json.read("{\"node_name\":\"core-2\",\"site_id\":1,\"ports\":2}")));
  }

  @Test
  void refusesANameThatIsTaken() throws Exception {
    FormOutcome<State> refused =
        asked((ObjectNode) Json.read("{\"node_name\":\"core-1\",\"site_id\":\"1\"}"));

    assertThat(refused)
        .isInstanceOfSatisfying(
            FormOutcome.Invalid.class,
            invalid -> assertThat(invalid.page().detail()).contains("node_name\n  is in use"));
  }

  private static FormOutcome<State> asked(ObjectNode... pages) throws Exception {
    return new Forms(FormServices.standard())
        .replay(form -> new OrderForm().askNode(form, "Node"), List.of(pages));
  }
}
