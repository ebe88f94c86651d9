package io.orchestrator4j.workflow;

import io.orchestrator4j.form.DisplaySubscription;
import io.orchestrator4j.form.Field;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The page of {@link Steps#confirmation()}: it shows the subscription, and asks for nothing. */
@FormPage
record ConfirmationPage(
    @Field(title = "Submit this page to go on") Label confirmation,
    @DisplaySubscription @Nullable UUID subscription) {

  /**
   * Asks the page.
   *
   * @param state what is known of the subscription
   * @return what it adds to the State, which is nothing
   */
  static State ask(Form form, ObjectNode state) {
    ConfirmationPage _ = form.ask(ConfirmationPage.class, page -> {
      JsonNode id = state.path("subscription_id");
      if (id.isString()) {
        page.field(ConfirmationPage::subscription).value(UUID.fromString(id.stringValue()));
      }
      page.last();
    });
    return State.empty();
  }
}
