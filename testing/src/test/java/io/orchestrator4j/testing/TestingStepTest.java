package io.orchestrator4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.workflow.StepCancelled;
import io.orchestrator4j.workflow.StepContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TestingStepTest {

  private final AtomicInteger calls = new AtomicInteger();
  private final TestingStep step = new TestingStep();

  @Test
  void aSecondAttemptGetsBackWhatTheFirstOneDidOnce() {
    int first = act(step.nextAttempt());
    int second = act(step.nextAttempt());

    assertThat(second).isEqualTo(first).isEqualTo(1);
    assertThat(step.progress()).containsExactly("50 % half way", "50 % half way");
    assertThat(step.inCommit()).hasSize(1);
  }

  @Test
  void aCancelledStepHearsIt() {
    StepContext context = step.nextAttempt();

    step.cancel();

    assertThatThrownBy(context::throwIfCancelled).isInstanceOf(StepCancelled.class);
  }

  private int act(StepContext context) {
    int result = context.once("call", calls::incrementAndGet);
    context.progress(50, "half way");
    context.inCommit(_ -> {});
    return result;
  }
}
