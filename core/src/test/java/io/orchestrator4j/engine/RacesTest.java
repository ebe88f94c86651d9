package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What several people do to one process at the same time. */
final class RacesTest {

  private static final int ROUNDS = 60;
  private static final int PEOPLE = 16;

  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private EngineFixture engine;

  @BeforeEach
  void setUp() {
    engine = new EngineFixture();
  }

  @AfterEach
  void tearDown() {
    people.shutdownNow();
    engine.close();
  }

  @Test
  void anAbortOfARunningProcessIsNeverLost() throws Exception {
    List<ProcessId> unfinished = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      ProcessId processId = engine.start("growing");
      // from no wait at all to about as long as the process takes
      for (int i = 0; i < round % 12; i++) {
        engine.status(processId);
      }

      engine.operations().abort(BOB, processId);

      if (engine.status(processId) != ProcessStatus.COMPLETED) {
        unfinished.add(processId);
      }
    }
    engine.quiet();

    assertThat(unfinished).isNotEmpty();
    assertThat(unfinished).allMatch(each -> engine.status(each) == ProcessStatus.ABORTED);
  }

  @RepeatedTest(5)
  void overlappingResumesRunTheNextStepOnce() throws Exception {
    ProcessId processId = engine.run("asking");
    String place = Objects.requireNonNull(engine.operations().place(processId));

    List<Object> outcomes = allAtOnce(() -> engine
        .operations()
        .resume(ANN, processId, pages("{\"answer\": \"yes\"}", "{\"confirm\": true}"), place));
    engine.quiet();

    assertThat(outcomes)
        .filteredOn(outcome -> !(outcome instanceof OperationRefused))
        .hasSize(1);
    assertThat(outcomes).hasSize(PEOPLE);
    assertThat(engine.workflows.calls("use")).isEqualTo(1);
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
  }

  @RepeatedTest(5)
  void overlappingRetriesRunTheFailedStepOnce() throws Exception {
    engine.workflows.misbehaviour = () -> {
      throw new java.io.IOException("no inventory");
    };
    ProcessId processId = engine.run("misbehaving");

    List<Object> outcomes =
        allAtOnce(() -> engine.operations().resume(BOB, processId, pages("{}"), null));
    engine.quiet();

    // who comes when the second attempt has failed already retries in earnest
    long accepted = outcomes.stream()
        .filter(outcome -> !(outcome instanceof OperationRefused))
        .count();
    assertThat(accepted).isPositive();
    assertThat(engine.workflows.calls("misbehave")).isEqualTo(1 + accepted);
  }

  /** What everybody gets who does something at the same time: the result, or why it was refused. */
  private List<Object> allAtOnce(Callable<Object> deed) throws Exception {
    CyclicBarrier together = new CyclicBarrier(PEOPLE);
    List<Future<Object>> futures = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      futures.add(people.submit(() -> {
        together.await();
        return deed.call();
      }));
    }
    List<Object> outcomes = new ArrayList<>();
    for (Future<Object> future : futures) {
      try {
        outcomes.add(future.get());
      } catch (ExecutionException e) {
        outcomes.add(Objects.requireNonNull(e.getCause()));
      }
    }
    return outcomes;
  }
}
