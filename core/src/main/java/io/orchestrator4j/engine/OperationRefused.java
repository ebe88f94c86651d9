package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An operation was refused before it changed anything. Each reason has a stable code. */
public abstract sealed class OperationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private OperationRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The reason, as programs read it. */
  public final String code() {
    return code;
  }

  /** There is no workflow of this name. */
  public static final class WorkflowNotFound extends OperationRefused {
    private static final long serialVersionUID = 1L;

    WorkflowNotFound(String workflow) {
      super("workflow_not_found", "There is no workflow '%s'".formatted(workflow));
    }
  }

  /** There is no process of this id. */
  public static final class ProcessNotFound extends OperationRefused {
    private static final long serialVersionUID = 1L;

    private final transient ProcessId processId;

    ProcessNotFound(ProcessId processId) {
      super("process_not_found", "There is no process %s".formatted(processId));
      this.processId = processId;
    }

    /** The id that was asked for. */
    public ProcessId processId() {
      return processId;
    }
  }

  /** The caller may not do this. */
  public static final class NotAuthorized extends OperationRefused {
    private static final long serialVersionUID = 1L;

    /** What the caller wanted to do. */
    public enum Action {
      START,
      RESUME,
      RETRY
    }

    private final Action action;
    private final String workflow;

    NotAuthorized(Action action, String workflow) {
      super(
          "not_authorized",
          "The caller may not %s '%s'".formatted(action.name().toLowerCase(Locale.ROOT), workflow));
      this.action = action;
      this.workflow = workflow;
    }

    /** The name of the workflow. */
    public String workflow() {
      return workflow;
    }

    /** What the caller wanted to do. */
    public Action action() {
      return action;
    }
  }

  /** The process stands where this cannot be done. */
  public static final class WrongStatus extends OperationRefused {
    private static final long serialVersionUID = 1L;

    private final ProcessStatus status;

    WrongStatus(ProcessId processId, ProcessStatus status) {
      super("wrong_status", "The process %s is %s".formatted(processId, status.text()));
      this.status = status;
    }

    /** Where it stands. */
    public ProcessStatus status() {
      return status;
    }
  }

  /** The process has moved on from where the caller saw it, or somebody else was faster. */
  public static final class PlaceChanged extends OperationRefused {
    private static final long serialVersionUID = 1L;

    private final @Nullable String place;

    PlaceChanged(String expected, String place) {
      super("place_changed", "The process is at %s, no longer at %s".formatted(place, expected));
      this.place = place;
    }

    PlaceChanged(String expected, ProcessStatus status) {
      super(
          "place_changed", "The process is %s, no longer at %s".formatted(status.text(), expected));
      this.place = null;
    }

    /** Where it waits now; null where it does not wait. */
    public @Nullable String place() {
      return place;
    }
  }

  /** Somebody else changed the process at the same moment. */
  public static final class ChangedMeanwhile extends OperationRefused {
    private static final long serialVersionUID = 1L;

    ChangedMeanwhile(ProcessId processId) {
      super(
          "changed_meanwhile",
          "Somebody else changed the process %s at the same moment".formatted(processId));
    }
  }

  /** Only tasks can be deleted. */
  public static final class NotATask extends OperationRefused {
    private static final long serialVersionUID = 1L;

    NotATask(ProcessId processId) {
      super(
          "not_a_task",
          "The process %s is no task, and only tasks can be deleted".formatted(processId));
    }
  }

  /** This program does not have the process's workflow any more. */
  public static final class WorkflowRemoved extends OperationRefused {
    private static final long serialVersionUID = 1L;

    WorkflowRemoved(String workflow) {
      super(
          "workflow_removed",
          "This program no longer has the workflow '%s'; start a version that has it, or abort the process"
              .formatted(workflow));
    }
  }

  /** The steps of the workflow were changed so that the process's journal no longer fits them. */
  public static final class DefinitionChanged extends OperationRefused {
    private static final long serialVersionUID = 1L;

    DefinitionChanged(String workflow, String recorded, String defined) {
      super(
          "definition_changed",
          "The steps of '%s' no longer fit the journal: where it has '%s', they have '%s'. Put the step back under its id, or abort the process"
              .formatted(workflow, recorded, defined));
    }
  }

  /** What was entered cannot be stored. */
  public static final class InputNotStorable extends OperationRefused {
    private static final long serialVersionUID = 1L;

    InputNotStorable(String reason) {
      super("input_not_storable", reason);
    }
  }

  /** The author's form method threw. */
  public static final class FormFailed extends OperationRefused {
    private static final long serialVersionUID = 1L;

    FormFailed(String workflow, Exception cause) {
      super(
          "form_failed",
          "The form of '%s' cannot be shown: %s: %s"
              .formatted(workflow, cause.getClass().getSimpleName(), cause.getMessage()));
      initCause(cause);
    }
  }

  /** A run predicate of the workflow is against a start at this moment; the message is its reason. */
  public static final class RunPredicateFailed extends OperationRefused {
    private static final long serialVersionUID = 1L;

    RunPredicateFailed(String reason) {
      super("run_predicate_failed", reason);
    }
  }

  /** The caller has started the workflow under the same key, but with other answers. */
  public static final class StartKeyReused extends OperationRefused {
    private static final long serialVersionUID = 1L;

    StartKeyReused(String workflow, String key) {
      super(
          "start_key_reused",
          "The key '%s' belongs to an earlier start of '%s' with other answers; send the same answers, or another key"
              .formatted(key, workflow));
    }
  }

  /** The engine is paused: nothing starts or goes on until an operator resumes it. */
  public static final class EnginePaused extends OperationRefused {
    private static final long serialVersionUID = 1L;

    EnginePaused() {
      super(
          "engine_paused",
          "The engine is paused and starts nothing; ask again when an operator has resumed it");
    }
  }

  /** This node is stopping. */
  public static final class NodeStopping extends OperationRefused {
    private static final long serialVersionUID = 1L;

    NodeStopping() {
      super(
          "node_stopping",
          "This node is stopping and starts nothing any more; ask again when it is back");
    }
  }
}
