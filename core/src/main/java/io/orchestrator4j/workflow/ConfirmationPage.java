package io.orchestrator4j.workflow;

import io.orchestrator4j.form.Field;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import tools.jackson.databind.node.ObjectNode;

/** The page of {@link Steps#confirmation()}. */
@FormPage
record ConfirmationPage(
    @Field(title = "Submit this page to go on") Label confirmation) {

  /**
   * Asks the page.
   *
   * @param state what is known of the subscription
   * @return what it adds to the State, which is nothing
   */
  static State ask(Form form, ObjectNode state) {
    ConfirmationPage _ = form.ask(ConfirmationPage.class, page -> {
      if (state.path("product_name").isString()) {
        page.title(state.path("product_name").stringValue());
      }
    });
    return State.empty();
  }
}
