package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.State;
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
  private final Noting noting;
  private final EngineControl control;

  Operations(
      Starting starting, Resuming resuming, Ending ending, Noting noting, EngineControl control) {
    this.starting = starting;
    this.resuming = resuming;
    this.ending = ending;
    this.noting = noting;
    this.control = control;
  }

  /**
   * Starts a process, once all pages of its form are filled in.
   *
   * @param pages the pages so far; a workflow without a form has one empty page
   * @return the new process, the next page, or what is wrong with the pages
   * @throws OperationRefused if there is no such workflow, the caller may not start it, a run predicate is against it,
   *     or the engine is paused
   */
  public FormOutcome<ProcessId> start(Caller caller, String workflow, List<ObjectNode> pages) {
    return starting.start(caller, workflow, pages, null);
  }

  /**
   * Starts a process under a key, at most once: whoever sends the same start again gets the same process. A next page
   * and wrong pages leave the key free.
   *
   * @param pages the pages so far; a workflow without a form has one empty page
   * @param key null if each start is another process
   * @return the process, the next page, or what is wrong with the pages
   * @throws OperationRefused if there is no such workflow, the caller may not start it, or the caller used the key
   *     with other pages
   */
  public FormOutcome<ProcessId> start(
      Caller caller, String workflow, List<ObjectNode> pages, @Nullable StartKey key) {
    return starting.start(caller, workflow, pages, key);
  }

  /**
   * Asks the form of a workflow, and starts nothing.
   *
   * @param pages the pages so far
   * @return what the complete form leaves in the State, the next page, or what is wrong with the pages
   * @throws OperationRefused if there is no such workflow, or the caller may not start it
   */
  public FormOutcome<State> ask(Caller caller, String workflow, List<ObjectNode> pages) {
    return starting.ask(caller, workflow, pages);
  }

  /**
   * Resumes a suspended process with the pages of its form, or retries a failed one.
   *
   * @param pages the pages so far; ignored by a retry
   * @param place where the caller saw the process; null if it does not matter
   * @return the process, the next page, or what is wrong with the pages
   * @throws OperationRefused if the process is not there, not so, elsewhere, or not the caller's to
   *     resume, or the engine is paused
   */
  public FormOutcome<ProcessId> resume(
      Caller caller, ProcessId processId, List<ObjectNode> pages, @Nullable String place) {
    return resuming.resume(caller, processId, pages, place);
  }

  /**
   * Where a suspended process waits, as {@link #resume} takes it; null where it does not. It is asked on the way to a
   * resume.
   *
   * @throws OperationRefused if there is no such process, or the engine is paused
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
  public void note(Caller caller, ProcessId processId, @Nullable String note) {
    noting.note(caller, processId, note);
  }

  /**
   * Pauses the engine on all nodes: steps that are under way end, and nothing starts or goes on. Does nothing if it
   * is paused already.
   *
   * @return what holds then
   */
  public EngineStatus pauseEngine(Caller caller) {
    return control.pause(caller);
  }

  /**
   * Lets the engine go on where it was paused. Does nothing if it is not.
   *
   * @return what holds then
   */
  public EngineStatus resumeEngine(Caller caller) {
    return control.resume(caller);
  }

  /**
   * Tells nodes to drain: to end the steps that they are at and leave the rest to others; or to go on.
   *
   * @param nameOrId of nodes that have not ended
   * @return how many were told
   */
  public int drain(Caller caller, String nameOrId, boolean draining) {
    return control.drain(caller, nameOrId, draining);
  }
}
