package io.orchestrator4j.form;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What came of asking a form with the pages that were filled in so far. */
public sealed interface FormOutcome<T> {

  /** All pages are filled in; this is what the form made of them. */
  record Complete<T>(T result) implements FormOutcome<T> {}

  /**
   * One more page is to be filled in.
   *
   * @param schema the page as JSON schema, in the wire's dialect
   * @param hasNext whether it is not the page that submits; null where the page does not say
   */
  record NextPage<T>(ObjectNode schema, @Nullable Boolean hasNext) implements FormOutcome<T> {
    /** The same, of a form that makes something else of its pages. */
    public <U> FormOutcome<U> as() {
      return new NextPage<>(schema, hasNext);
    }
  }

  /** The answers of a page are refused. */
  record Invalid<T>(InvalidPage page) implements FormOutcome<T> {
    /** The same, of a form that makes something else of its pages. */
    public <U> FormOutcome<U> as() {
      return new Invalid<>(page);
    }
  }

  /** More pages were filled in than the form has; so many are left over. */
  record Overflow<T>(int remaining) implements FormOutcome<T> {
    /** The same, of a form that makes something else of its pages. */
    public <U> FormOutcome<U> as() {
      return new Overflow<>(remaining);
    }
  }
}
