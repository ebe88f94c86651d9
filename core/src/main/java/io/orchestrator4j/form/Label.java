package io.orchestrator4j.form;

/**
 * A text between the fields of a page, as a component's type. It is only shown: in an answer it is
 * null, and it never reaches the State. Its text is the component's title, or what the rules show.
 */
public final class Label {

  private Label() {}
}
