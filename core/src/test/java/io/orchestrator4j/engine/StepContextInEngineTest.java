package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepCancelled;
import io.orchestrator4j.workflow.StepContext;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cancellation, progress and time limits of steps. */
@Timeout(60)
final class StepContextInEngineTest {

  private final FreeWorkflows free = new FreeWorkflows();
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch released = new CountDownLatch(1);
  private EngineFixture engine;

  @BeforeEach
  void start() {
    engine = fixture(EngineOptions.defaults());
  }

  @AfterEach
  void stop() {
    released.countDown();
    engine.close();
  }

  @Test
  void aStepHearsThatItsProcessIsToBeAborted() {
    free.body = context -> {
      begun.countDown();
      while (true) {
        context.throwIfCancelled();
        Thread.onSpinWait();
      }
    };
    ProcessId processId = begun("free");

    engine.operations().abort(ANN, processId);
    engine.quiet();

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.ABORTED);
    assertThat(engine.rows(processId))
        .containsExactly("Start success", "Act failed", "User Aborted abort", "Done pending");
    assertThat(engine.row(processId, "failed").done().state().path("class").asString())
        .isEqualTo("StepCancelled");
  }

  @Test
  void aStepHearsThatItsProcessIsToBeDeletedAndMayEndWell() {
    free.body = context -> {
      begun.countDown();
      while (!context.isCancelled()) {
        Thread.onSpinWait();
      }
      return State.of("gave_way", true);
    };
    ProcessId processId = begun("free");

    engine.operations().delete(ANN, processId);
    engine.quiet();

    assertThat(TestingDatabase.count(engine.schema, "processes")).isZero();
    assertThat(TestingDatabase.count(engine.schema, "process_steps")).isZero();
  }

  @Test
  void aStepHearsThatItsNodeStops() {
    AtomicReference<StepCancelled.Reason> reason = new AtomicReference<>();
    free.body = context -> {
      begun.countDown();
      while (!context.isCancelled()) {
        Thread.onSpinWait();
      }
      try {
        context.throwIfCancelled();
      } catch (StepCancelled e) {
        reason.set(e.reason());
        throw e;
      }
      return State.empty();
    };
    ProcessId processId;
    String schema;
    try (EngineFixture first = fixture(EngineOptions.defaults().withGrace(Duration.ofMillis(1)))) {
      schema = first.schema;
      processId = first.start("free");
      await(begun);
    }
    free.body = _ -> State.of("run", "again");

    assertThat(reason).hasValue(StepCancelled.Reason.NODE_STOPS);
    try (EngineFixture second =
        new EngineFixture(new TestingWorkflows(), schema, EngineOptions.defaults(), free)) {
      second.allQuiet();
      assertThat(second.rows(processId))
          .containsExactly("Start success", "Act success", "Done complete");
    }
  }

  @Test
  void theLastWordOfAStepIsShownWhileItRunsAndForgottenAfterwards() {
    free.body = context -> {
      for (int percent = 0; percent <= 40; percent++) {
        context.progress(percent, "configuring port " + percent + "\0");
      }
      return waiting(context);
    };
    ProcessId processId = begun("free");

    engine.until("the last word is there", () -> percent(processId) == 40);
    ProcessDetail.Progress progress = engine.detail(processId).progress();
    assertThat(progress.step()).isEqualTo("Act");
    assertThat(progress.message()).isEqualTo("configuring port 40\uFFFD");
    assertThat(progress.at()).isNotNull();

    released.countDown();
    engine.quiet();
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(engine.detail(processId).progress()).isNull();
    engine.until(
        "the row is gone", () -> TestingDatabase.count(engine.schema, "step_progress") == 0);
  }

  @Test
  void anEarlierAttemptsProgressIsNotShownWithTheNext() {
    free.body = context -> {
      if (context.attempt() == 1) {
        context.progress("first attempt");
        begun.countDown();
        await(released);
        throw new IllegalStateException("kaboom");
      }
      return waiting(context);
    };
    ProcessId processId = begun("free");
    engine.until("it is shown", () -> engine.detail(processId).progress() != null);
    released.countDown();
    engine.quiet();

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.FAILED);
    assertThat(engine.detail(processId).progress()).isNull();
  }

  @Test
  void aStepThatTakesTooLongIsInterruptedAndSaysWhatItsLimitWas() {
    free.body = _ -> {
      new CountDownLatch(1).await();
      return State.empty();
    };

    ProcessId processId = engine.run("limited");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.FAILED);
    var failure = engine.row(processId, "failed").done().state();
    assertThat(failure.path("class").asString()).isEqualTo("StepTimedOut");
    assertThat(engine.detail(processId).process().progress().failedReason())
        .contains("'Act in time' (act_in_time) took longer than its timeout of 150ms")
        .contains("it threw InterruptedException", "whether netbox is slow", "Retry the process");
    assertThat(engine.detail(processId).failedStackTrace()).contains("FreeWorkflows.actInTime");

    free.body = _ -> State.of("done", true);
    engine.retry(processId);
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
  }

  @Test
  void aStepThatEndsWellAlthoughLateIsDone() {
    free.body = context -> {
      while (!context.isCancelled()) {
        Thread.onSpinWait();
      }
      // the interrupt is left behind: the commit must not be broken off by it
      return State.of("interrupted", Thread.currentThread().isInterrupted());
    };

    ProcessId processId = engine.run("limited");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(engine.state(processId).path("interrupted").asBoolean()).isTrue();
  }

  @Test
  void whatAStepDoesOnceIsKeptThoughItsTimeEndsMeanwhile() {
    free.body = context -> {
      if (context.attempt() > 1) {
        return State.of("kept", context.once("slow", () -> "called again"));
      }
      return State.of("kept", context.once("slow", () -> {
        while (!context.isCancelled()) {
          Thread.onSpinWait();
        }
        return "kept";
      }));
    };

    ProcessId processId = engine.run("limited");

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(engine.state(processId).path("kept").asString()).isEqualTo("kept");
    assertThat(TestingDatabase.count(engine.schema, "step_results")).isEqualTo(1);
  }

  @Test
  void aContextIsOfNoUseAfterItsStep() {
    AtomicReference<StepContext> leaked = new AtomicReference<>();
    free.body = context -> {
      leaked.set(context);
      return State.empty();
    };
    engine.run("free");

    leaked.get().progress("too late");

    assertThatThrownBy(() -> leaked.get().once("late", () -> "x"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("context.once was called after its step had ended");
  }

  private State waiting(StepContext context) {
    begun.countDown();
    await(released);
    return State.of("attempt", context.attempt());
  }

  private ProcessId begun(String workflow) {
    ProcessId processId = engine.start(workflow);
    await(begun);
    return processId;
  }

  private int percent(ProcessId processId) {
    ProcessDetail.Progress progress = engine.detail(processId).progress();
    Integer percent = progress == null ? null : progress.percent();
    return percent == null ? -1 : percent;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private EngineFixture fixture(EngineOptions options) {
    return new EngineFixture(new TestingWorkflows(), TestingDatabase.freshSchema(), options, free);
  }
}
