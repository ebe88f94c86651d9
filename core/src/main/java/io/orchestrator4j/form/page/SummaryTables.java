package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.AskedPage;
import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.InputField;
import io.orchestrator4j.form.field.SummaryTable;
import io.orchestrator4j.form.field.Words;
import io.orchestrator4j.translation.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The tables of summaries, with labels and values as they stood on the pages. */
final class SummaryTables {

  private final DefinitionReader definitions;
  private final Labels labels;
  private final Asking asking;

  SummaryTables(DefinitionReader definitions, Labels labels, Asking asking) {
    this.definitions = definitions;
    this.labels = labels;
    this.asking = asking;
  }

  /**
   * One component with its value.
   *
   * @param words what people read of other values of it
   */
  private record Line(
      String component, String label, String text, Function<@Nullable Object, String> words) {}

  SummaryTable table(SummaryPart part) {
    return switch (part) {
      case SummaryPart.Answers(List<Record> pages, List<String> only) -> answers(pages, only);
      case SummaryPart.Changes(Object before, Record after, List<String> only) ->
        changes(before, after, only);
      case SummaryPart.Rows(String title, List<? extends Record> records) -> rows(title, records);
      case SummaryPart.Made(SummaryTable table) -> table;
    };
  }

  private SummaryTable answers(List<Record> pages, List<String> only) {
    List<Line> lines = pages.stream()
        .flatMap(page -> lines(page).stream())
        .filter(line -> only.isEmpty() || only.contains(line.component()))
        .toList();
    return new SummaryTable(
        "",
        List.of(),
        lines.stream().map(Line::label).toList(),
        List.of(lines.stream().map(Line::text).toList()),
        List.of());
  }

  private SummaryTable changes(Object before, Record after, List<String> only) {
    List<Line> lines = lines(after).stream()
        .filter(line -> only.isEmpty() || only.contains(line.component()))
        .filter(line -> BeanValues.has(before, line.component()))
        .toList();
    return SummaryTable.ofChanges(
        "",
        lines.stream().map(Line::label).toList(),
        lines.stream()
            .map(line ->
                line.words().apply(BeanValues.named(before, line.component()).orElse(null)))
            .toList(),
        lines.stream().map(Line::text).toList());
  }

  private SummaryTable rows(String title, List<? extends Record> records) {
    List<List<Line>> rows = records.stream().map(this::lines).toList();
    List<Line> first = rows.isEmpty() ? List.of() : rows.getFirst();
    List<List<String>> columns = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      int column = i;
      columns.add(rows.stream().map(row -> row.get(column).text()).toList());
    }
    return new SummaryTable(
        title,
        first.stream().map(Line::label).toList(),
        IntStream.rangeClosed(1, rows.size()).mapToObj(String::valueOf).toList(),
        columns,
        List.of());
  }

  private List<Line> lines(Record record) {
    return asking.pageOf(record).map(page -> asked(page, record)).orElseGet(() -> unasked(record));
  }

  private static List<Line> asked(AskedPage<?> page, Record record) {
    List<Line> lines = new ArrayList<>();
    for (RecordComponents.Component component : RecordComponents.of(record.getClass())) {
      page.input(component.name())
          .filter(field -> field.start().mode() != InputField.Mode.HIDDEN)
          .ifPresent(field -> lines.add(
              line(component, record, field.look().title(), value -> words(field, value))));
    }
    return lines;
  }

  private static String words(InputField field, @Nullable Object value) {
    JsonNode stored = Stored.of(value);
    return field.words(stored);
  }

  /** Records that are no answers of this form: as their class declares them. */
  private List<Line> unasked(Record record) {
    List<Line> lines = new ArrayList<>();
    for (FieldDefinition field : definitions.read(record.getClass()).inputs()) {
      RecordComponents.Component component = field.component();
      lines.add(line(
          component,
          record,
          labels.title(component.key()).orElse(field.look().title()),
          value -> words(field.declared(), value)));
    }
    return lines;
  }

  private static String words(Declared declared, @Nullable Object value) {
    JsonNode stored = Stored.of(value);
    return declared instanceof Declared.Value(FieldKind kind) && !stored.isNull()
        ? kind.words(stored)
        : Words.of(stored);
  }

  private static Line line(
      RecordComponents.Component component,
      Record record,
      String label,
      Function<@Nullable Object, String> words) {
    return new Line(component.name(), label, words.apply(component.read(record)), words);
  }
}
