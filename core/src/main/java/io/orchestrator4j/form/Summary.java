package io.orchestrator4j.form;

import io.orchestrator4j.form.field.SummaryTable;
import io.orchestrator4j.form.page.Buttons;
import io.orchestrator4j.form.page.OnlyShown;
import io.orchestrator4j.form.page.SummaryPart;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was answered so far, in tables with the labels of the pages: as a page of its own, {@code
 * form.ask(Summary.of(node, ports).last())}, or as a component's type and what its rules show. Immutable.
 */
@OnlyShown
public sealed class Summary implements Shown permits Summary.OfPage {

  private static final String TITLE = "Summary";

  private final String title;
  private final List<SummaryPart> parts;
  private final @Nullable Buttons buttons;
  private final boolean last;

  /**
   * A table that is neither of a page nor of changes.
   *
   * @param title the heading; empty where it has none
   * @param headers one per column; none where the columns have none
   * @param labels one per row
   * @param columns the values, column by column
   */
  public record Table(
      String title, List<String> headers, List<String> labels, List<List<String>> columns) {}

  private Summary(String title, List<SummaryPart> parts, @Nullable Buttons buttons, boolean last) {
    this.title = title;
    this.parts = List.copyOf(parts);
    this.buttons = buttons;
    this.last = last;
  }

  /** The answers of one page. */
  public static <P extends Record> OfPage<P> of(P page) {
    return new OfPage<>(new SummaryPart.Answers(List.of(page), List.of()));
  }

  /** The answers of several pages. */
  public static Summary of(Record first, Record second, Record... more) {
    List<Record> pages = new ArrayList<>(List.of(first, second));
    pages.addAll(Arrays.asList(more));
    return new Summary(TITLE, List.of(new SummaryPart.Answers(pages, List.of())), null, false);
  }

  /**
   * What an object says, and what the answers of a page say of the same names; those that stay as they are are dimmed.
   *
   * @param before a record, or an object with public fields
   */
  public static <P extends Record> OfPage<P> changes(Object before, P page) {
    return new OfPage<>(new SummaryPart.Changes(before, page, List.of()));
  }

  /** Tables of the author's. */
  public static Summary ofTables(Table first, Table... more) {
    List<SummaryPart> parts = new ArrayList<>(List.of(made(first)));
    for (Table table : more) {
      parts.add(made(table));
    }
    return new Summary(TITLE, parts, null, false);
  }

  private static SummaryPart made(Table table) {
    return new SummaryPart.Made(new SummaryTable(
        table.title(), table.headers(), table.labels(), table.columns(), List.of()));
  }

  /** A summary of one page, of which some components can be named. Immutable. */
  public static final class OfPage<P extends Record> extends Summary {

    private final SummaryPart part;

    private OfPage(SummaryPart part) {
      super(TITLE, List.of(part), null, false);
      this.part = part;
    }

    /** Only these components, in the order of the page. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Summary only(Accessor<P, ?>... components) {
      List<String> names = Arrays.stream(components).map(Accessor::name).toList();
      return new Summary(
          TITLE,
          List.of(
              switch (part) {
                case SummaryPart.Answers(List<Record> pages, var _) ->
                  new SummaryPart.Answers(pages, names);
                case SummaryPart.Changes(Object before, Record after, var _) ->
                  new SummaryPart.Changes(before, after, names);
                case SummaryPart.Rows _, SummaryPart.Made _ -> part;
              }),
          null,
          false);
    }
  }

  /** This with another heading. */
  public final Summary title(String text) {
    return new Summary(text, parts, buttons, last);
  }

  /** This and a table with a row for each record. */
  public final Summary table(String heading, List<? extends Record> rows) {
    List<SummaryPart> all = new ArrayList<>(parts);
    all.add(new SummaryPart.Rows(heading, List.copyOf(rows)));
    return new Summary(title, all, buttons, last);
  }

  /** This with other words on the buttons that lead back and on; an empty one leaves them to the client. */
  public final Summary buttons(String previous, String next) {
    return new Summary(title, parts, new Buttons(previous, next), last);
  }

  /** This as the page that submits the form. */
  public final Summary last() {
    return new Summary(title, parts, buttons, true);
  }

  final String title() {
    return title;
  }

  final List<SummaryPart> parts() {
    return parts;
  }

  final @Nullable Buttons buttons() {
    return buttons;
  }

  final boolean hasNext() {
    return !last;
  }
}
