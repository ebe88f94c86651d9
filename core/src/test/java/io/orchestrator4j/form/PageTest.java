package io.orchestrator4j.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Pages without a record. */
final class PageTest {

  private static FormOutcome<Map<String, @Nullable Object>> ask(String... pages) throws Exception {
    return new Forms(FormServices.standard())
        .replay(
            form -> form.ask(Page.titled("Limits")
                .field("intro", Label.class, intro -> intro.show("Limits of the port"))
                .field(
                    "rate", Integer.class, rate -> rate.title("Rate in Mbit/s").value(5))
                .field("mode", WidgetPages.Colour.class)
                .optionalField("note", String.class, note -> note.help("Anything"))
                .list("vlans", Integer.class, vlans -> vlans.items(1, 2).unique())
                .field(
                    "burst",
                    Integer.class,
                    burst -> burst.check(
                        (value, answers) ->
                            value > answers.find("rate", Integer.class).orElse(0),
                        "is below the rate"))
                .with(page -> page.check(answers -> answers.size() == 5, "five of them"))
                .last()),
            List.of(pages).stream().map(page -> (ObjectNode) Json.read(page)).toList());
  }

  @Test
  void areAskedLikeOthers() throws Exception {
    assertThat(ask()).isInstanceOfSatisfying(FormOutcome.NextPage.class, page -> {
      assertThat(page.hasNext()).isFalse();
      assertThat(page.schema().path("title").asString()).isEqualTo("Limits");
      assertThat(page.schema().path("properties").propertyNames())
          .containsExactly("intro", "rate", "mode", "note", "vlans", "burst");
      assertThat(page.schema().at("/properties/rate"))
          .isEqualTo(
              Json.read("{\"default\":5,\"title\":\"Rate in Mbit/s\",\"type\":\"integer\"}"));
      assertThat(page.schema().path("required"))
          .isEqualTo(Json.read("[\"mode\",\"vlans\",\"burst\"]"));
    });
  }

  @Test
  void becomeAMapOfConvertedValues() throws Exception {
    assertThat(ask("{\"mode\":\"red\",\"vlans\":[\"7\"],\"burst\":9}"))
        .isInstanceOfSatisfying(FormOutcome.Complete.class, complete -> {
          Map<?, ?> answers = (Map<?, ?>) complete.result();
          assertThat(answers.get("rate")).isEqualTo(5);
          assertThat(answers.get("mode")).isEqualTo(WidgetPages.Colour.RED);
          assertThat(answers.get("note")).isNull();
          assertThat(answers.get("vlans")).isEqualTo(List.of(7));
          assertThat(answers.containsKey("intro")).isFalse();
        });
  }

  @Test
  void haveRules() throws Exception {
    assertThat(ask("{\"mode\":\"red\",\"vlans\":[1],\"burst\":1,\"more\":2}"))
        .isInstanceOfSatisfying(
            FormOutcome.Invalid.class,
            invalid -> assertThat(invalid.page().detail()).isEqualTo("""
            2 validation errors for FormPage
            burst
              is below the rate (type=value_error; error=is below the rate)
            more
              Extra inputs are not permitted (type=extra_forbidden)"""));
  }

  @Test
  void haveEachFieldOnce() {
    assertThatThrownBy(() -> Page.titled("x").field("a", String.class).field("a", Integer.class))
        .isInstanceOf(DefinitionProblem.class)
        .hasMessageContaining("it has the field 'a' twice");
  }
}
