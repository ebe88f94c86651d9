package io.orchestrator4j.form.field;

import java.util.List;

/** What came of answering a page. */
public sealed interface Answered<P> {

  /** Everything is right; this is what it became. */
  record Right<P>(P page) implements Answered<P> {}

  /** What is wrong. */
  record Refused<P>(List<FieldError> errors) implements Answered<P> {
    public Refused {
      errors = List.copyOf(errors);
    }
  }
}
