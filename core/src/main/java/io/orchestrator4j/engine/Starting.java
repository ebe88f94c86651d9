package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.Birth;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Queued;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import io.orchestrator4j.workflow.RunContext;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepOutcome;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Starts processes: the form, then the row and its first records in one commit, owned by this node. */
final class Starting {

  private final RegisteredWorkflows workflows;
  private final Departure departure;
  private final GuardedStart guarded;
  private final FormCalls forms;
  private final Advances advances;

  Starting(
      RegisteredWorkflows workflows,
      Departure departure,
      GuardedStart guarded,
      FormCalls forms,
      Advances advances) {
    this.workflows = workflows;
    this.departure = departure;
    this.guarded = guarded;
    this.forms = forms;
    this.advances = advances;
  }

  /** A start as it was asked for, with all that must hold. */
  private record Request(
      Caller caller, WorkflowDefinition workflow, GuardedStart.Conditions conditions) {}

  FormOutcome<ProcessId> start(
      Caller caller, String workflowName, List<ObjectNode> pages, @Nullable StartKey key) {
    departure.requireEngineOn();
    WorkflowDefinition workflow = allowed(caller, workflowName);
    Request request = new Request(
        caller,
        workflow,
        GuardedStart.Conditions.of(workflow, key == null ? null : key.of(caller, workflow, pages)));
    Optional<ProcessId> earlier = guarded.earlier(
        request.conditions(),
        new RunContext(workflow.name(), caller),
        workflow,
        workflows.idOf(workflow));
    if (earlier.isPresent()) {
      return new FormOutcome.Complete<>(earlier.get());
    }
    ObjectNode given = given(caller, workflow);
    return departure.then(
        asked(caller, workflow, given, pages), answers -> start(request, given, answers));
  }

  FormOutcome<State> ask(Caller caller, String workflowName, List<ObjectNode> pages) {
    WorkflowDefinition workflow = allowed(caller, workflowName);
    return asked(caller, workflow, given(caller, workflow), pages);
  }

  private WorkflowDefinition allowed(Caller caller, String workflowName) {
    WorkflowDefinition workflow = workflows
        .named(workflowName)
        .orElseThrow(() -> new OperationRefused.WorkflowNotFound(workflowName));
    if (!workflow.startAuthorizer().allows(caller)) {
      throw new OperationRefused.NotAuthorized(
          OperationRefused.NotAuthorized.Action.START, workflowName);
    }
    return workflow;
  }

  private FormOutcome<State> asked(
      Caller caller, WorkflowDefinition workflow, ObjectNode given, List<ObjectNode> pages) {
    return forms.asks(workflow)
        ? Departure.asked(workflow, forms.start(workflow, given, caller.name()), pages)
        : Forms.empty(State.empty(), pages);
  }

  private static ObjectNode given(Caller caller, WorkflowDefinition workflow) {
    ObjectNode given = Json.object();
    given.put("reporter", caller.name());
    given.put("workflow_name", workflow.name());
    given.put("workflow_target", workflow.target().name());
    return given;
  }

  private ProcessId start(Request request, ObjectNode given, State answers) {
    departure.requireNodeAtWork();
    Caller caller = request.caller();
    WorkflowDefinition workflow = request.workflow();
    Advance advance = advances.unborn(workflow, caller.name());
    ProcessId processId = advance.processId();
    Instant now = advance.now();
    advance.record(new StepOutcome.Success(initial(processId, given, answers)), now);
    departure.requireStorable(advance);
    Queued queued = Departure.queued(caller, workflow);
    Run run = departure.enter(advance, queued);
    Birth birth = new Birth(born(advance, now), queued, advance.pending());
    if (!request.conditions().none()) {
      return guarded.setOff(birth, request.conditions(), run, advance);
    }
    if (!departure.setOff(birth, run, advance)) {
      throw new OperationRefused.NodeStopping();
    }
    return processId;
  }

  // what the platform gives goes before what a form says under the same key
  private static State initial(ProcessId processId, ObjectNode given, State answers) {
    State initial = answers.and("process_id", processId.toString());
    for (String key : given.propertyNames()) {
      initial = initial.and(key, given.get(key));
    }
    return initial;
  }

  private ProcessInstance born(Advance advance, Instant now) {
    WorkflowDefinition workflow = advance.workflow();
    Checkpoint first = advance.departing(ProcessStatus.CREATED);
    return new ProcessInstance(
        advance.processId(),
        new ProcessInstance.WorkflowInfo(
            workflows.idOf(workflow), workflow.name(), workflow.target(), workflow.isTask()),
        first.after(),
        new ProcessInstance.Progress(
            first.shown().lastStep(),
            first.shown().assignee(),
            advance.acting(),
            now,
            first.shown().failedReason()),
        new ProcessInstance.Origin(advance.acting(), now, null),
        workflow.fingerprint());
  }
}
