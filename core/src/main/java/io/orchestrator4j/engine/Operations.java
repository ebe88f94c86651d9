package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.workflow.Caller;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one gate of operations: whoever wants to start or change a process comes through here, says who
 * it is, and meets the same checks. Thread-safe.
 */
public final class Operations {

  private final Starting starting;
  private final Resuming resuming;
  private final Ending ending;
  private final ProcessStore store;

  Operations(Starting starting, Resuming resuming, Ending ending, ProcessStore store) {
    this.starting = starting;
    this.resuming = resuming;
    this.ending = ending;
    this.store = store;
  }

  /**
   * Starts a process, once all pages of its form are filled in.
   *
   * @param pages the pages so far; a workflow without a form has one empty page
   * @return the new process, the next page, or what is wrong with the pages
   * @throws OperationRefused if there is no such workflow, or the caller may not start it
   */
  public FormOutcome<ProcessId> start(Caller caller, String workflow, List<ObjectNode> pages) {
    return starting.start(caller, workflow, pages);
  }

  /**
   * Resumes a suspended process with the pages of its form, or retries a failed one.
   *
   * @param pages the pages so far; ignored by a retry
   * @param place where the caller saw the process; null if it does not matter
   * @return the process, the next page, or what is wrong with the pages
   * @throws OperationRefused if the process is not there, not so, elsewhere, or not the caller's to
   *     resume
   */
  public FormOutcome<ProcessId> resume(
      Caller caller, ProcessId processId, List<ObjectNode> pages, @Nullable String place) {
    return resuming.resume(caller, processId, pages, place);
  }

  /**
   * Where a suspended process waits, as {@link #resume} takes it; null where it does not.
   *
   * @throws OperationRefused if there is no such process
   */
  public @Nullable String place(ProcessId processId) {
    return resuming.place(processId);
  }

  /**
   * Aborts a process: at once where it waits, at the end of the current step where it runs. One that
   * is finished stays as it is.
   *
   * @throws OperationRefused if there is no such process
   */
  public void abort(Caller caller, ProcessId processId) {
    ending.abort(caller, processId);
  }

  /**
   * Deletes a task and its journal: at once, or at the end of the current step where it runs.
   *
   * @throws OperationRefused if there is no such process, or it is no task
   */
  public void delete(Caller caller, ProcessId processId) {
    ending.delete(caller, processId);
  }

  /**
   * Writes a note on a process; null or blank takes it away.
   *
   * @throws OperationRefused if there is no such process
   */
  public void note(ProcessId processId, @Nullable String note) {
    if (!store.note(processId, note == null || note.isBlank() ? null : note)) {
      throw new OperationRefused.ProcessNotFound(processId);
    }
  }
}
