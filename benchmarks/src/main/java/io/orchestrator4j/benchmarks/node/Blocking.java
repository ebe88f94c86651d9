package io.orchestrator4j.benchmarks.node;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** One step that waits as if for another system, and says when it began and ended. */
@Workflows
public final class Blocking {

  /** The workflow whose step waits for a second. */
  public static final String SECOND = "wait_a_second";

  /** The workflow whose step does not wait. */
  public static final String NOTHING = "wait_for_nothing";

  /** The workflow whose step waits longer than any benchmark. */
  public static final String FOREVER = "wait_forever";

  private final AtomicLong begun = new AtomicLong();
  private final LongConsumer listener;

  Blocking(LongConsumer listener) {
    this.listener = listener;
  }

  @Task("Wait a second")
  StepList waitASecond() {
    return begin().then(this::second);
  }

  @Task("Wait for nothing")
  StepList waitForNothing() {
    return begin().then(this::nothing);
  }

  @Task("Wait forever")
  StepList waitForever() {
    return begin().then(this::forever);
  }

  @Step("Wait")
  State second() throws InterruptedException {
    return block(Duration.ofSeconds(1));
  }

  @Step("Wait")
  State nothing() throws InterruptedException {
    return block(Duration.ZERO);
  }

  @Step("Wait")
  State forever() throws InterruptedException {
    return block(Duration.ofHours(1));
  }

  private State block(Duration length) throws InterruptedException {
    long now = Times.now();
    listener.accept(begun.incrementAndGet());
    Thread.sleep(length);
    return State.of("begun", now, "ended", Times.now());
  }
}
