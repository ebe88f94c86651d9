package io.orchestrator4j.workflow;

import io.orchestrator4j.value.DurationText;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotStorable;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Why a step failed, in full.
 *
 * @param kind what an operator does about it
 * @param type the simple name of what was thrown
 * @param message its message
 * @param details what a {@link ProcessFailure} carried; null where nothing was
 * @param stackTrace the stack trace as text
 */
public record StepFailure(
    Kind kind, String type, String message, @Nullable JsonNode details, String stackTrace) {

  /** What an operator does about a failure. */
  public enum Kind {
    FAILED,
    INCONSISTENT_DATA,
    API_UNAVAILABLE
  }

  public StepFailure {
    details = details != null && details.isNull() ? null : details;
  }

  private static final String NUL = "\u0000";
  private static final String SHOWN_FOR_NUL = "\uFFFD";

  /** The failure that something thrown stands for. */
  public static StepFailure of(Throwable thrown) {
    String message = thrown.getMessage();
    return new StepFailure(
        kindOf(thrown),
        typeOf(thrown),
        storable(message == null ? thrown.getClass().getName() : message),
        thrown instanceof ProcessFailure failure ? detailsOf(failure) : null,
        storable(stackTraceOf(thrown)));
  }

  /** Nobody knows what became of a step that was begun and not ended, and it must not be run twice. */
  public static StepFailure outcomeUnknown(WorkflowStep step) {
    String where = step.system().map(system -> " in " + system).orElse("");
    return ofStep(
        step,
        "OutcomeUnknown",
        "outcome_unknown",
        ("Nobody knows what %s has done: it was begun and did not end, since its node was lost or stopped, and it is"
                + " marked as not repeatable. Find out%s whether its work was done. Then retry the process, which runs"
                + " the step once more, or abort it")
            .formatted(step, where));
  }

  /** A step that has lost its node too often to be handed to another one. */
  public static StepFailure quarantined(WorkflowStep step, int lostNodes) {
    return ofStep(
        step,
        "Quarantined",
        "quarantined",
        ("%s was kept from the next node: the last %d nodes that ran it were lost in its middle, and it may be what"
                + " ended them, as with too much memory. Look at their logs. Then retry the process, which runs the"
                + " step once more, or abort it")
            .formatted(step, lostNodes));
  }

  /**
   * A step that took longer than it may.
   *
   * @param thrown what it threw when it was interrupted
   */
  public static StepFailure timedOut(WorkflowStep step, StepFailure thrown) {
    String limit = step.timeout().map(DurationText::of).orElse("unlimited");
    String where =
        step.system().map(system -> " Look whether " + system + " is slow.").orElse("");
    String message =
        ("%s took longer than its timeout of %s and was interrupted; it threw %s: %s.%s What it did before may have had"
                + " its effect. Retry the process, or raise the timeout in its @Step")
            .formatted(step, limit, thrown.type(), thrown.message(), where);
    StepFailure failure = ofStep(step, "StepTimedOut", "step_timed_out", message);
    return new StepFailure(
        failure.kind, failure.type, failure.message, failure.details, thrown.stackTrace);
  }

  private static StepFailure ofStep(WorkflowStep step, String type, String code, String message) {
    ObjectNode details = Json.object().put("code", code);
    step.system().ifPresent(system -> details.put("system", system));
    return new StepFailure(Kind.FAILED, type, message, details, "");
  }

  private static Kind kindOf(Throwable thrown) {
    return switch (thrown) {
      case InconsistentData _, AssertionError _ -> Kind.INCONSISTENT_DATA;
      case ApiUnavailable _ -> Kind.API_UNAVAILABLE;
      default -> Kind.FAILED;
    };
  }

  private static String typeOf(Throwable thrown) {
    String simple = thrown.getClass().getSimpleName();
    return simple.isEmpty() ? thrown.getClass().getName() : simple;
  }

  // details that cannot be stored must not hide the failure that carries them
  private static @Nullable JsonNode detailsOf(ProcessFailure failure) {
    Object details = failure.details();
    if (details == null) {
      return null;
    }
    try {
      JsonNode tree = Json.toTree(details);
      String text = Json.write(tree);
      return text.contains("\\u0000") ? Json.read(text.replace("\\u0000", SHOWN_FOR_NUL)) : tree;
    } catch (NotStorable e) {
      return StringNode.valueOf("(details are lost: " + e.getMessage() + ")");
    }
  }

  private static String stackTraceOf(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text, true));
    return text.toString();
  }

  private static String storable(String text) {
    return text.replace(NUL, SHOWN_FOR_NUL);
  }
}
