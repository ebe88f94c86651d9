package io.orchestrator4j.form;

import io.orchestrator4j.form.page.OnlyShown;

/** A text in Markdown, as a component's type and as what its rules show. */
@OnlyShown
public record Markdown(String content, Callout.Look look) implements Shown {

  /** A text. */
  public static Markdown of(String content) {
    return new Markdown(content, Callout.Look.PRIMARY);
  }
}
