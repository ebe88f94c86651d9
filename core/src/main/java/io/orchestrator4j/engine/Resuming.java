package io.orchestrator4j.engine;

import io.orchestrator4j.audit.AuditAction;
import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Lets stopped processes go on: suspended ones with the answers to their form, failed ones once more. */
final class Resuming {

  private final Loading loading;
  private final Departure departure;
  private final FormCalls forms;
  private final Advances advances;

  Resuming(Loading loading, Departure departure, FormCalls forms, Advances advances) {
    this.loading = loading;
    this.departure = departure;
    this.forms = forms;
    this.advances = advances;
  }

  FormOutcome<ProcessId> resume(
      Caller caller, ProcessId processId, List<ObjectNode> pages, @Nullable String place) {
    departure.requireEngineOn();
    ProcessInstance process = loading.process(processId);
    departure.requireNodeAtWork();
    if (process.status() == ProcessStatus.SUSPENDED) {
      return answer(caller, loading.ready(process), pages, place);
    }
    if (place != null) {
      throw new OperationRefused.PlaceChanged(place, process.status());
    }
    if (process.status().isFailure()) {
      retry(caller, loading.ready(process));
      return new FormOutcome.Complete<>(processId);
    }
    throw new OperationRefused.WrongStatus(processId, process.status());
  }

  @Nullable
  String place(ProcessId processId) {
    departure.requireEngineOn();
    ProcessInstance process = loading.process(processId);
    return process.status() == ProcessStatus.SUSPENDED ? placeOf(loading.ready(process)) : null;
  }

  private static String placeOf(Loading.Loaded loaded) {
    return String.valueOf(Place.of(loaded.process(), loaded.next()));
  }

  private FormOutcome<ProcessId> answer(
      Caller caller, Loading.Loaded loaded, List<ObjectNode> pages, @Nullable String place) {
    String current = placeOf(loaded);
    if (place != null && !place.equals(current)) {
      throw new OperationRefused.PlaceChanged(place, current);
    }
    if (!loaded.workflow().resumeAuthorizer(loaded.position()).allows(caller)) {
      throw new OperationRefused.NotAuthorized(
          OperationRefused.NotAuthorized.Action.RESUME, loaded.workflow().name());
    }
    PlacedStep step = loaded.next();
    ObjectNode state = loaded.journal().state();
    return departure.ask(
        loaded.workflow(),
        forms.step(step, state, loaded.process().processId(), caller.name()),
        pages,
        answers -> resume(caller, loaded, answers));
  }

  private ProcessId resume(Caller caller, Loading.Loaded loaded, State answers) {
    Advance advance = advance(caller, loaded);
    advance.record(new StepOutcome.Success(answers), advance.now());
    departure.requireStorable(advance);
    Run run = departure.enter(advance, Departure.queued(caller, loaded.workflow()));
    Checkpoint change = advance
        .departing(ProcessStatus.RESUMED)
        .replacing(loaded.process().fence())
        .by(entry(caller, AuditAction.RESUME, loaded));
    setOff(change, run, advance);
    return loaded.process().processId();
  }

  private void retry(Caller caller, Loading.Loaded loaded) {
    if (!loaded.workflow().retryAuthorizer(loaded.position()).allows(caller)) {
      throw new OperationRefused.NotAuthorized(
          OperationRefused.NotAuthorized.Action.RETRY, loaded.workflow().name());
    }
    ProcessInstance process = loaded.process();
    Advance advance = advance(caller, loaded);
    Run run = departure.enter(advance, Departure.queued(caller, loaded.workflow()));
    Checkpoint.Shown shown = new Checkpoint.Shown(
        process.progress().lastStep(),
        process.progress().assignee(),
        caller.name(),
        advance.now(),
        null,
        loaded.workflow().fingerprint());
    Fence after = advance.departing(ProcessStatus.RESUMED).after();
    Checkpoint change =
        new Checkpoint(process.processId(), process.fence(), after, shown, List.of());
    setOff(change.by(entry(caller, AuditAction.RETRY, loaded)), run, advance);
  }

  private AuditEntry entry(Caller caller, AuditAction action, Loading.Loaded loaded) {
    return AuditEntry.of(caller, action, advances.clock().instant())
        .on(loaded.process().processId().value(), loaded.workflow().name())
        .with("step", loaded.next().step().name());
  }

  private Advance advance(Caller caller, Loading.Loaded loaded) {
    Fence known = loaded.process().fence();
    return advances.of(
        loaded,
        caller.name(),
        new Fence(null, known.epoch(), known.sequence(), ProcessStatus.RUNNING, null));
  }

  private void setOff(Checkpoint checkpoint, @Nullable Run run, Advance advance) {
    if (!departure.setOff(checkpoint, run, advance)) {
      throw new OperationRefused.ChangedMeanwhile(checkpoint.processId());
    }
  }
}
