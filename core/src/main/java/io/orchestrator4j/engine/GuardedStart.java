package io.orchestrator4j.engine;

import io.orchestrator4j.process.Birth;
import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.GuardedBirths;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.workflow.RunContext;
import io.orchestrator4j.workflow.RunPredicate;
import io.orchestrator4j.workflow.RunPredicates.NoUncompletedInstance;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Starts that happen under a condition: once for a key, or only while a workflow's run predicates hold. An author's
 * own predicates are asked before anything else; what only the database can tell is asked there too, so that a person
 * is told before filling in a form, and once more in the transaction that starts the process, where it holds.
 */
final class GuardedStart {

  private final GuardedBirths births;
  private final Departure departure;
  private final Consumer<Change> committed;
  private final Runnable suspecting;

  /**
   * Starts under conditions.
   *
   * @param committed hears of each process that is in the database
   * @param suspecting called when this node may own a process of which it does not know
   */
  GuardedStart(
      GuardedBirths births, Departure departure, Consumer<Change> committed, Runnable suspecting) {
    this.births = births;
    this.departure = departure;
    this.committed = committed;
    this.suspecting = suspecting;
  }

  /**
   * The conditions of one start.
   *
   * @param key null if the start may happen any number of times
   * @param alone whether no other process of the workflow may be unfinished
   */
  record Conditions(GuardedBirths.@Nullable Key key, boolean alone) {

    static Conditions of(WorkflowDefinition workflow, GuardedBirths.@Nullable Key key) {
      return new Conditions(
          key, workflow.runPredicates().stream().anyMatch(NoUncompletedInstance.class::isInstance));
    }

    /** Whether there is none. */
    boolean none() {
      return key == null && !alone;
    }
  }

  /**
   * Looks before the form is asked.
   *
   * @return the process that the same start began earlier; empty if it is new and nothing is against it
   * @throws OperationRefused if a run predicate is against it, or its key belongs to another start
   */
  Optional<ProcessId> earlier(
      Conditions conditions, RunContext context, WorkflowDefinition workflow, UUID workflowId) {
    Optional<ProcessId> earlier = earlier(conditions, workflow);
    if (earlier.isPresent()) {
      return earlier;
    }
    Optional<String> refusal = refusal(context, workflow, workflowId);
    if (refusal.isEmpty()) {
      return Optional.empty();
    }
    // what stands in the way may be the process that the same start began a moment ago
    earlier = earlier(conditions, workflow);
    if (earlier.isEmpty()) {
      throw new OperationRefused.RunPredicateFailed(refusal.get());
    }
    return earlier;
  }

  private Optional<ProcessId> earlier(Conditions conditions, WorkflowDefinition workflow) {
    GuardedBirths.Key key = conditions.key();
    return key == null
        ? Optional.empty()
        : births.known(key).map(known -> processId(known, key, workflow.name()));
  }

  private Optional<String> refusal(
      RunContext context, WorkflowDefinition workflow, UUID workflowId) {
    for (RunPredicate predicate : workflow.runPredicates()) {
      Optional<String> refusal = predicate instanceof NoUncompletedInstance
          ? Optional.of(births.uncompleted(workflowId))
              .filter(count -> count > 0)
              .map(count -> uncompleted(workflow.name(), count))
          : predicate.refusal(context);
      if (refusal.isPresent()) {
        return refusal;
      }
    }
    return Optional.empty();
  }

  /**
   * Commits a new process if its conditions hold, and then runs it here, if there is a run.
   *
   * @return the process, or the one that the same start began earlier
   * @throws OperationRefused if a condition does not hold
   */
  ProcessId setOff(Birth birth, Conditions conditions, @Nullable Run run, Advance advance) {
    boolean born = false;
    try {
      GuardedBirths.Outcome outcome = births.write(birth, conditions.key(), conditions.alone());
      born = outcome instanceof GuardedBirths.Outcome.Born;
      if (born) {
        committed.accept(birth);
        return birth.processId();
      }
      return processId(outcome, conditions.key(), birth.process().workflow().name());
    } catch (DatabaseUnavailable e) {
      // it may be in the database, and this node's
      suspecting.run();
      throw e;
    } finally {
      departure.settled(
          born ? new Committer.Result.Committed() : new Committer.Result.Lost(), run, advance);
    }
  }

  private static ProcessId processId(
      GuardedBirths.Outcome outcome, GuardedBirths.@Nullable Key key, String workflow) {
    return switch (outcome) {
      case GuardedBirths.Outcome.BornBefore(ProcessId before) -> before;
      case GuardedBirths.Outcome.KeyReused() ->
        throw new OperationRefused.StartKeyReused(workflow, key == null ? "" : key.text());
      case GuardedBirths.Outcome.Uncompleted(long count) ->
        throw new OperationRefused.RunPredicateFailed(uncompleted(workflow, count));
      case GuardedBirths.Outcome.Born() ->
        throw new IllegalStateException("A process that was just born is no earlier one");
    };
  }

  private static String uncompleted(String workflow, long count) {
    return "Workflow '%s' already has %d uncompleted instance(s)".formatted(workflow, count);
  }
}
