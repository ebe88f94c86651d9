package io.orchestrator4j.form;

import java.util.List;

/** Something that knows what a field offers, such as a query; asked each time that the page is. */
@FunctionalInterface
public interface ChoiceSource {

  /** The values to choose from, in their order. */
  List<? extends Option<?>> options();
}
