package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.Journal;
import io.orchestrator4j.process.Position;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.process.Timeline;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepFailure;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one process for people: its timeline and, where it waits for one, its form. A form that
 * throws leaves the process readable. Thread-safe.
 */
public final class ProcessReader {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessReader.class);

  private final ProcessStore store;
  private final ProgressTable progress;
  private final Loading loading;
  private final FormCalls forms;
  private final JournalReading journals;

  ProcessReader(
      ProcessStore store,
      ProgressTable progress,
      Loading loading,
      FormCalls forms,
      JournalReading journals) {
    this.store = store;
    this.progress = progress;
    this.loading = loading;
    this.forms = forms;
    this.journals = journals;
  }

  /**
   * All that can be read of a process.
   *
   * @throws OperationRefused if there is no such process
   */
  public ProcessDetail detail(ProcessId processId) {
    ProcessInstance process = loading.process(processId);
    Journal journal = store.journal(process);
    List<PlacedStep> steps =
        loading.workflowOf(process).map(WorkflowDefinition::steps).orElse(List.of());
    Position position = Position.of(journal, steps);
    Timeline timeline = Timeline.of(
        Masking.of(journals.expand(journal)),
        position instanceof Position.Lost ? List.of() : steps);
    return new ProcessDetail(
        process,
        timeline,
        stackTrace(process, journal),
        waiting(process, journal, steps, position),
        progress(process, steps, position));
  }

  /** @throws OperationRefused if there is no such process */
  public void requireThere(ProcessId processId) {
    ProcessInstance _ = loading.process(processId);
  }

  private ProcessDetail.@Nullable Progress progress(
      ProcessInstance process, List<PlacedStep> steps, Position position) {
    if (process.status() != ProcessStatus.RUNNING
        || !(position instanceof Position.Before(int index))
        || index >= steps.size()) {
      return null;
    }
    PlacedStep next = steps.get(index);
    return progress.find(process, next.path(), next.step().name()).orElse(null);
  }

  private static @Nullable String stackTrace(ProcessInstance process, Journal journal) {
    if (!process.status().isFailure() || journal.records().isEmpty()) {
      return null;
    }
    StepRecord last = journal.records().getLast();
    StepFailure failure = last.failure();
    return failure == null ? null : failure.stackTrace();
  }

  private ProcessDetail.@Nullable Waiting waiting(
      ProcessInstance process, Journal journal, List<PlacedStep> steps, Position position) {
    if (!(position instanceof Position.Before(int index)) || index >= steps.size()) {
      return null;
    }
    PlacedStep next = steps.get(index);
    Place place = Place.of(process, next);
    if (place == null) {
      return null;
    }
    return waiting(
        place,
        next,
        forms.step(
            next, journal.state(), process.processId(), process.progress().acting()));
  }

  private static ProcessDetail.Waiting waiting(
      Place place, PlacedStep step, Forms.Asked<State> form) {
    try {
      FormOutcome<State> outcome = step.forms().replay(form, List.of());
      ObjectNode schema =
          outcome instanceof FormOutcome.NextPage<State> page ? page.schema() : null;
      return new ProcessDetail.Waiting(place.toString(), schema, null);
    } catch (Exception e) {
      LOG.warn("The form of {} cannot be shown", step.step(), e);
      return new ProcessDetail.Waiting(
          place.toString(), null, "%s: %s".formatted(e.getClass().getSimpleName(), e.getMessage()));
    }
  }
}
