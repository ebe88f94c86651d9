package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What a node knows of the processes that it runs. */
final class RunsTest {

  /** Asks for a name, and holds whoever gives a certain one until the step behind it has begun. */
  @Workflows
  static final class Held {

    private final CountDownLatch answered = new CountDownLatch(1);
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @FormPage
    record NamePage(String name) {}

    @Task("Held")
    StepList held() {
      return begin().then(this::ask).then(this::hold);
    }

    @InputStep("Ask")
    State ask(Form form) throws InterruptedException {
      NamePage page = form.ask(NamePage.class);
      if (page.name().equals("slow")) {
        answered.countDown();
        begun.await();
      }
      return State.of(page);
    }

    @Step("Hold")
    void hold() throws InterruptedException {
      begun.countDown();
      released.await();
    }
  }

  /** Who lost the race to resume a process took the winner's run from the list, so that the node forgot it. */
  @Test
  void whoComesTooLateDoesNotMakeTheNodeForgetTheProcess() throws Exception {
    Held held = new Held();
    try (EngineFixture engine = new EngineFixture(
        new TestingWorkflows(), TestingDatabase.freshSchema(), EngineOptions.defaults(), held)) {
      ProcessId processId = engine.run("held");
      Thread slow = Thread.ofVirtual().start(() -> resumeInVain(engine, processId));
      held.answered.await();

      var _ = engine.operations().resume(ANN, processId, pages("{\"name\":\"fast\"}"), null);
      slow.join();

      assertThat(engine.orchestrator.engine().running()).isEqualTo(1);
      held.released.countDown();
      engine.quiet();
      assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    }
  }

  private static void resumeInVain(EngineFixture engine, ProcessId processId) {
    try {
      var _ = engine.operations().resume(BOB, processId, pages("{\"name\":\"slow\"}"), null);
    } catch (OperationRefused.ChangedMeanwhile _) {
      // as it should
    }
  }
}
