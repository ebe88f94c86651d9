package io.orchestrator4j.form;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Leaves the author's form method at a page that cannot be answered. It is an {@link Error} so that a
 * {@code catch (Exception e)} around a call in that method does not swallow it, and it has no stack
 * trace since it is no failure.
 */
@SuppressWarnings("serial") // never leaves the thread
final class FormInterruption extends Error {

  /** Why the form cannot go on. */
  sealed interface Reason {

    /** The page is not filled in yet. */
    record Asked(ObjectNode schema, @Nullable Boolean hasNext) implements Reason {}

    /** Its answers are refused. */
    record Refused(InvalidPage page) implements Reason {}
  }

  private final Reason reason;

  FormInterruption(Reason reason) {
    super(null, null, false, false);
    this.reason = reason;
  }

  <T> FormOutcome<T> outcome() {
    return switch (reason) {
      case Reason.Asked(ObjectNode schema, Boolean hasNext) ->
        new FormOutcome.NextPage<>(schema, hasNext);
      case Reason.Refused(InvalidPage page) -> new FormOutcome.Invalid<>(page);
    };
  }
}
