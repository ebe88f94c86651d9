package io.orchestrator4j.form;

import io.orchestrator4j.form.page.OnlyShown;

/** A line between the fields of a page, as a component's type. */
@OnlyShown
public final class Divider implements Shown {

  private Divider() {}
}
