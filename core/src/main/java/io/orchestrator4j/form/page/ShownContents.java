package io.orchestrator4j.form.page;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.AskedPage;
import io.orchestrator4j.form.field.InputField;
import io.orchestrator4j.form.field.ShownField;
import io.orchestrator4j.form.field.SummaryTable;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is shown in the place of components that take nothing. */
final class ShownContents {

  /** What the answers to a page become that asks for none. */
  static final AskedPage.Assembly<Object> NOTHING = new AskedPage.Assembly<>() {
    @Override
    public Object of(Map<String, @Nullable Object> values) {
      return values;
    }

    @Override
    public ObjectNode stored(Object page) {
      return Json.object();
    }
  };

  private final SummaryTables summaries;

  ShownContents(SummaryTables summaries) {
    this.summaries = summaries;
  }

  ShownField.Content of(String place, Declared.Shows.What what, Said said, InputField.Look look) {
    return switch (said.shown) {
      case ShownThing.Ready(ShownField.Content content) when fits(content, what) -> content;
      case ShownThing.Tables(List<SummaryPart> parts)
      when what == Declared.Shows.What.SUMMARY ->
        new ShownField.Content.Table(onlyTable(place, parts));
      case ShownThing.Text(String text) -> ofText(place, what, text, said, look);
      case null -> ofText(place, what, "", said, look);
      case ShownThing.Ready _, ShownThing.Tables _ ->
        throw new DefinitionProblem(
            place,
            "something else is shown there than its type says",
            "Show what its type says, or a text");
    };
  }

  private static boolean fits(ShownField.Content content, Declared.Shows.What what) {
    return switch (content) {
      case ShownField.Content.Callout _ -> what == Declared.Shows.What.CALLOUT;
      case ShownField.Content.Markdown _ -> what == Declared.Shows.What.MARKDOWN;
      case ShownField.Content.Label _,
          ShownField.Content.Divider _,
          ShownField.Content.Subscription _,
          ShownField.Content.Table _,
          ShownField.Content.Buttons _ -> false;
    };
  }

  private static ShownField.Content ofText(
      String place, Declared.Shows.What what, String text, Said said, InputField.Look look) {
    String orTitle = text.isEmpty() ? look.title() : text;
    return switch (what) {
      case LABEL -> new ShownField.Content.Label(orTitle);
      case DIVIDER -> new ShownField.Content.Divider();
      case CALLOUT -> new ShownField.Content.Callout(look.title(), text, "info", "primary");
      case MARKDOWN -> new ShownField.Content.Markdown(orTitle, "primary");
      case SUBSCRIPTION -> new ShownField.Content.Subscription(Stored.of(said.value));
      case SUMMARY ->
        throw new DefinitionProblem(
            place,
            "it is a summary, but the form that asks it shows none",
            "Say what it sums up, as in show(Summary.of(page))");
    };
  }

  private SummaryTable onlyTable(String place, List<SummaryPart> parts) {
    if (parts.size() != 1) {
      throw new DefinitionProblem(
          place,
          "it shows %d tables".formatted(parts.size()),
          "Show a summary with one table; one of several is a page of its own: form.ask(summary)");
    }
    return summaries.table(parts.getFirst());
  }

  /** The tables of a summary that is a page of its own. */
  List<ShownField> tables(List<SummaryPart> parts) {
    List<ShownField> fields = new ArrayList<>();
    for (SummaryPart part : parts) {
      SummaryTable table = summaries.table(part);
      String key = fields.isEmpty() ? "summary" : "summary_" + (fields.size() + 1);
      fields.add(new ShownField(key, key, table.title(), new ShownField.Content.Table(table)));
    }
    return fields;
  }
}
