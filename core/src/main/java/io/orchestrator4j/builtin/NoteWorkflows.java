package io.orchestrator4j.builtin;

import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;
import static io.orchestrator4j.workflow.Steps.storeNote;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.LongText;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Target;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes people's notes on subscriptions of whatever product, also while they are locked. */
@Workflows(SubscriptionModel.class)
final class NoteWorkflows {

  /** A note, as it is asked for. Its name is what clients see in errors. */
  @FormPage
  record ModifyNoteForm(
      @Nullable @LongText @Size(max = 5000) String note) {}

  @Workflow(
      value = "Modify Note",
      name = "modify_note",
      target = Target.MODIFY,
      usableOutOfSync = true)
  StepList modifyNote() {
    return init(this::askNote)
        .then(storeProcessSubscription())
        .then(storeNote())
        .then(done());
  }

  State askNote(Form form, SubscriptionModel subscription) {
    String before = subscription.note();
    ModifyNoteForm page = form.ask(ModifyNoteForm.class, asked -> {
      asked.field(ModifyNoteForm::note).value(before);
      asked.last();
    });
    return State.of(page)
        .and("old_note", before)
        .and(
            "__old_subscriptions__",
            Map.of(subscription.subscriptionId().toString(), subscription));
  }
}
