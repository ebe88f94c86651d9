package io.orchestrator4j.form;

import io.orchestrator4j.form.page.OnlyShown;

/**
 * A text between the fields of a page, as a component's type. Its text is the component's title, or what the rules
 * show.
 */
@OnlyShown
public final class Label implements Shown {

  private Label() {}
}
