package io.orchestrator4j.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What was answered, summed up with the labels of the pages. */
final class SummaryTest {

  record Port(int number, boolean tagged) {}

  @FormPage
  record NodePage(
      @Choice int roleId,
      @Field(title = "Name of the node") String nodeName,
      @Nullable Label label,
      boolean managed,
      @Password String secret,
      List<Port> ports) {}

  @FormPage
  record VlanPage(@Nullable Integer vlan) {}

  static final class Block {
    public int roleId = 7;
    public String nodeName = "core-1";
    public boolean managed = true;
  }

  private static final List<ObjectNode> ANSWERS =
      List.of((ObjectNode) Json.read("""
          {"role_id":"5","node_name":"core-1","managed":true,"secret":"s3cret",
           "ports":[{"number":1,"tagged":true},{"number":2,"tagged":false}]}"""), (ObjectNode) Json.read("{}"));

  private interface Summed {
    Summary of(NodePage node, VlanPage vlan);
  }

  private static ObjectNode page(Summed summed) throws Exception {
    FormOutcome<String> outcome = replay(summed, ANSWERS);
    if (outcome instanceof FormOutcome.NextPage<String> page) {
      return page.schema();
    }
    throw new AssertionError(outcome);
  }

  private static FormOutcome<String> replay(Summed summed, List<ObjectNode> answers)
      throws Exception {
    return new Forms(FormServices.standard())
        .replay(
            form -> {
              NodePage node = form.ask(NodePage.class, page -> {
                page.field(NodePage::roleId).choices(Map.of(5, "Core", 7, "Edge"));
                page.field(NodePage::managed).title("Managed by us");
              });
              VlanPage vlan = form.ask(VlanPage.class);
              form.ask(summed.of(node, vlan));
              return "done";
            },
            answers);
  }

  private static JsonNode data(ObjectNode page, String key) {
    JsonNode table = page.path("properties").path(key);
    assertThat(table.path("uniforms")).isEqualTo(table.path("extraProperties"));
    return table.path("uniforms").path("data");
  }

  @Test
  void sumsUpPagesWithTheirLabels() throws Exception {
    JsonNode data = data(page((node, vlan) -> Summary.of(node, vlan)), "summary");

    assertThat(data).isEqualTo(Json.read("""
        {"columns":[["Core","core-1","yes","**********","Number: 1, Tagged: yes; Number: 2, Tagged: no",""]],
         "labels":["Role Id","Name of the node","Managed by us","Secret","Ports","Vlan"]}"""));
  }

  @Test
  void sumsUpSomeComponents() throws Exception {
    JsonNode data = data(
        page((node, _) -> Summary.of(node).only(NodePage::nodeName, NodePage::roleId)), "summary");

    assertThat(data)
        .isEqualTo(Json.read(
            "{\"columns\":[[\"Core\",\"core-1\"]],\"labels\":[\"Role Id\",\"Name of the node\"]}"));
  }

  @Test
  void tellsWhatChanges() throws Exception {
    JsonNode data = data(page((node, _) -> Summary.changes(new Block(), node)), "summary");

    assertThat(data).isEqualTo(Json.read("""
        {"columns":[["Edge","core-1","yes"],["Core","core-1","yes"]],"dimmed":[1,2],
         "headers":["Before","After"],"labels":["Role Id","Name of the node","Managed by us"]}"""));
  }

  @Test
  void hasMoreTables() throws Exception {
    ObjectNode page = page((node, vlan) ->
        Summary.of(vlan).title("All of it").table("Ports", node.ports()).buttons("Back", "Order"));

    assertThat(page.path("title").asString()).isEqualTo("All of it");
    assertThat(page.at("/properties/summary_2/title").asString()).isEqualTo("Ports");
    assertThat(page.at("/properties/buttons/default/next/text").asString()).isEqualTo("Order");
    assertThat(data(page, "summary_2"))
        .isEqualTo(
            Json.read(
                "{\"columns\":[[\"1\",\"2\"],[\"yes\",\"no\"]],\"headers\":[\"Number\",\"Tagged\"],\"labels\":[\"1\",\"2\"]}"));
  }

  @Test
  void isAPageThatCanSubmitAndTakesNothing() throws Exception {
    Function<String, List<ObjectNode>> with =
        third -> List.of(ANSWERS.get(0), ANSWERS.get(1), (ObjectNode) Json.read(third));

    assertThat(replay((node, vlan) -> Summary.of(node, vlan).last(), ANSWERS))
        .isInstanceOfSatisfying(
            FormOutcome.NextPage.class, page -> assertThat(page.hasNext()).isFalse());
    assertThat(replay((node, vlan) -> Summary.of(node, vlan).last(), with.apply("{}")))
        .isEqualTo(new FormOutcome.Complete<>("done"));
    assertThat(replay((node, vlan) -> Summary.of(node, vlan), with.apply("{\"summary\":1}")))
        .isInstanceOfSatisfying(
            FormOutcome.Invalid.class,
            invalid -> assertThat(invalid.page().detail())
                .startsWith("1 validation error for SummaryPage\nsummary\n"));
  }

  record Unasked(
      @Field(title = "Its mode") WidgetPages.Size3 mode,
      @Password String secret,
      int n) {}

  @Test
  void showsWhatThisFormDidNotAsk() throws Exception {
    JsonNode data =
        data(page((_, _) -> Summary.of(new Unasked(WidgetPages.Size3.M, "s3cret", 1))), "summary");

    assertThat(data).isEqualTo(Json.read("""
        {"columns":[["Medium","**********","1"]],"labels":["Its mode","Secret","N"]}"""));
  }
}
