package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.SummaryTable;
import java.util.List;

/** One table of a summary, before its values are known. */
public sealed interface SummaryPart {

  /** The answers of pages; of all components where none is named. */
  record Answers(List<Record> pages, List<String> only) implements SummaryPart {}

  /** What was, and what will be. */
  record Changes(Object before, Record after, List<String> only) implements SummaryPart {}

  /** A row for each record. */
  record Rows(String title, List<? extends Record> records) implements SummaryPart {}

  /** A table that is ready. */
  record Made(SummaryTable table) implements SummaryPart {}
}
