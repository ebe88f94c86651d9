package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.ShownField;
import java.util.List;

/** What rules say is shown. */
public sealed interface ShownThing {

  /** A text, in whatever the component is. */
  record Text(String text) implements ShownThing {}

  /** The thing itself. */
  record Ready(ShownField.Content content) implements ShownThing {}

  /** Tables, which take the labels of earlier pages. */
  record Tables(List<SummaryPart> parts) implements ShownThing {
    public Tables {
      parts = List.copyOf(parts);
    }
  }
}
