package io.orchestrator4j.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The guide's table of widgets, row by row. */
final class WidgetsTest {

  private static final Path GUIDE =
      Path.of("").toAbsolutePath().getParent().resolve("docs/guide/forms.md");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|`]+?) +\\| .*\\|$");

  private static final Customers TWO = () ->
      List.of(new CustomerInfo("c1", "First", "one"), new CustomerInfo("c2", "Second", "two"));
  private static final Forms FORMS = new Forms(FormServices.standard()
      .withCustomers(TWO)
      .withValueTypes(List.of(ValueType.of(WidgetPages.Serial.class)
          .withFormat("serial")
          .withPattern("^[A-Z]{2}\\d+$"))));

  static Stream<Widget> rows() {
    return Widgets.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void showsItsSchema(Widget widget) throws Exception {
    ObjectNode page = asked(widget);

    assertThat(Json.write(page.path("properties").path(widget.key()))).isEqualTo(widget.schema());
    widget
        .definitions()
        .forEach((name, schema) ->
            assertThat(Json.write(page.path("$defs").path(name))).isEqualTo(schema));
    assertThat(page.path("required").valueStream().map(JsonNode::stringValue))
        .isEqualTo(widget.isRequired() ? List.of(widget.key()) : List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void takesWhatItShould(Widget widget) throws Exception {
    assertThat(widget.taken().size() + widget.refused().size()).isPositive();
    for (Widget.Taken taken : widget.taken()) {
      FormOutcome<Record> outcome = answered(widget, taken.sent());

      assertThat(outcome)
          .as(taken.sent())
          .isInstanceOfSatisfying(FormOutcome.Complete.class, complete -> {
            JsonNode stored = Pages.toState((Record) complete.result()).path(widget.key());
            assertThat(stored.isMissingNode() ? "" : Json.write(stored)).isEqualTo(taken.stored());
            assertThat(
                    Pages.fromState(((Record) complete.result()).getClass(), Pages.toState((Record)
                        complete.result())))
                .isEqualTo(complete.result());
          });
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void refusesWhatItShould(Widget widget) throws Exception {
    for (Widget.Refused refused : widget.refused()) {
      FormOutcome<Record> outcome = answered(widget, refused.sent());

      assertThat(outcome)
          .as(refused.sent())
          .isInstanceOfSatisfying(FormOutcome.Invalid.class, invalid -> {
            JsonNode error = invalid.page().errors().get(0);
            assertThat(error.path("type").asString()).isEqualTo(refused.type());
            assertThat(error.path("msg").asString()).isEqualTo(refused.message());
            assertThat(error.path("loc")).isEqualTo(Json.toTree(refused.path()));
          });
    }
  }

  @Test
  void theGuideHasTheseRowsAndNoOthers() throws IOException {
    String guide = Files.readString(GUIDE);
    String table = guide.substring(guide.indexOf("## Widgets"), guide.indexOf("## Rules"));

    assertThat(ROW.matcher(table).results().map(row -> row.group(1)).skip(1).toList())
        .containsExactlyElementsOf(rows().map(Widget::name).toList());
  }

  private static ObjectNode asked(Widget widget) throws Exception {
    return switch (FORMS.<Record>replay(widget.page()::with, List.of())) {
      case FormOutcome.NextPage<Record> page -> page.schema();
      case FormOutcome<Record> other -> throw new AssertionError(other);
    };
  }

  private static FormOutcome<Record> answered(Widget widget, String sent) throws Exception {
    ObjectNode answers = Json.object();
    answers.set(widget.key(), Json.read(sent));
    return FORMS.replay(widget.page()::with, List.of(answers));
  }
}
