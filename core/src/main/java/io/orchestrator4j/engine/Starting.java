package io.orchestrator4j.engine;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.Checkpoint;
import io.orchestrator4j.process.Fence;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepOutcome;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Starts processes: the form, then the row and its first records in one commit, owned by this node. */
final class Starting {

  private final RegisteredWorkflows workflows;
  private final ProcessStore store;
  private final Departure departure;
  private final Node node;
  private final Clock clock;
  private final long stateLimit;

  Starting(
      RegisteredWorkflows workflows,
      ProcessStore store,
      Departure departure,
      Node node,
      Clock clock,
      long stateLimit) {
    this.workflows = workflows;
    this.store = store;
    this.departure = departure;
    this.node = node;
    this.clock = clock;
    this.stateLimit = stateLimit;
  }

  FormOutcome<ProcessId> start(Caller caller, String workflowName, List<ObjectNode> pages) {
    WorkflowDefinition workflow = workflows
        .named(workflowName)
        .orElseThrow(() -> new OperationRefused.WorkflowNotFound(workflowName));
    if (!workflow.startAuthorizer().allows(caller)) {
      throw new OperationRefused.NotAuthorized(
          OperationRefused.NotAuthorized.Action.START, workflowName);
    }
    ObjectNode given = given(caller, workflow);
    return workflow.hasForm()
        ? departure.ask(
            workflow,
            form -> workflow.ask(given, form),
            pages,
            answers -> start(caller, workflow, given, answers))
        : departure.then(
            Forms.empty(State.empty(), pages), answers -> start(caller, workflow, given, answers));
  }

  private static ObjectNode given(Caller caller, WorkflowDefinition workflow) {
    ObjectNode given = Json.object();
    given.put("reporter", caller.name());
    given.put("workflow_name", workflow.name());
    given.put("workflow_target", workflow.target().name());
    return given;
  }

  private ProcessId start(
      Caller caller, WorkflowDefinition workflow, ObjectNode given, State answers) {
    departure.requireNodeAtWork();
    ProcessId processId = ProcessId.fresh();
    Fence unborn = new Fence(node.nodeId(), 1, 0, ProcessStatus.RUNNING, null);
    RunningState state = RunningState.of(Json.object(), stateLimit);
    Advance advance = new Advance(processId, workflow, caller.name(), state, clock, unborn, 0, 0);
    Instant now = advance.now();
    advance.record(new StepOutcome.Success(initial(processId, given, answers)), now);
    departure.requireStorable(advance);
    store.insert(born(advance, now), advance.pending());
    advance.isCommitted();
    departure.setOff(advance);
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
    Checkpoint first = advance.checkpoint();
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
