package io.orchestrator4j.benchmarks.node;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.benchmarks.contest.Payload;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A thousand steps, which tell when each of them began. One process at a time. */
@Workflows
public final class ManySteps {

  /** How many there are. */
  public static final int STEPS = 1_000;

  /** Each step writes 1 KB in the place of the last one's. */
  public static final String CONSTANT = "constant_state";

  /** Each step adds 128 bytes to the state. */
  public static final String GROWING = "growing_state";

  private static final String ADDED = "y".repeat(100);

  private final ConcurrentLinkedQueue<Long> begun = new ConcurrentLinkedQueue<>();

  /** When the steps of the last process began, in nanoseconds; forgotten by this. */
  public List<Long> takeTimes() {
    List<Long> times = List.copyOf(begun);
    begun.clear();
    return times;
  }

  @Task("Constant state")
  StepList constantState() {
    StepList chain = begin();
    for (int i = 0; i < STEPS; i++) {
      chain = chain.then(this::write);
    }
    return chain;
  }

  @Task("Growing state")
  StepList growingState() {
    StepList chain = begin().then(this::prepare);
    for (int i = 1; i < STEPS; i++) {
      chain = chain.then(this::add);
    }
    return chain;
  }

  @Step("Write")
  State write() {
    begun.add(System.nanoTime());
    return State.of("payload", Payload.kilobyte());
  }

  @Step("Prepare")
  State prepare() {
    begun.add(System.nanoTime());
    return State.of("count", 0, "payload", Payload.kilobyte());
  }

  @Step("Add")
  State add(int count) {
    begun.add(System.nanoTime());
    return State.of("count", count + 1, "item_" + count, ADDED);
  }
}
