package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.complete;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.process.ProcessCounts;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Run predicates: which starts they refuse, and that they hold when many start at once. */
final class GuardedStartTest {

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void aWorkflowThatRunsAloneIsRefusedWhileAProcessOfItIsNotFinished() throws Exception {
    ProcessId first = engine.start("alone");
    engine.workflows.holding.await();

    assertThatThrownBy(() -> engine.start("alone"))
        .isInstanceOf(OperationRefused.RunPredicateFailed.class)
        .hasMessage("Workflow 'alone' already has 1 uncompleted instance(s)")
        .extracting(refused -> ((OperationRefused) refused).code())
        .isEqualTo("run_predicate_failed");
    // as on the wire, before the form
    assertThatThrownBy(() -> engine.operations().start(ANN, "alone", List.of()))
        .isInstanceOf(OperationRefused.RunPredicateFailed.class);

    engine.workflows.released.release();
    engine.quiet();
    engine.workflows.released.release();
    assertThat(engine.run("alone")).isNotEqualTo(first);
  }

  @Test
  void aFailedProcessStandsInTheWayUntilItIsAborted() {
    engine.workflows.misbehaviour = TestingWorkflows.failing("kaboom");
    ProcessId failed = engine.run("alone_misbehaving");
    assertThat(engine.status(failed)).isEqualTo(ProcessStatus.FAILED);

    assertThatThrownBy(() -> engine.start("alone_misbehaving"))
        .isInstanceOf(OperationRefused.RunPredicateFailed.class);
    engine.operations().abort(BOB, failed);

    assertThat(engine.run("alone_misbehaving")).isNotEqualTo(failed);
  }

  @Test
  void ofManyStartsAtOnceOnTwoNodesOneProcessComes() throws Exception {
    try (EngineFixture other =
        new EngineFixture(engine.workflows, engine.schema, EngineOptions.defaults())) {
      List<Object> outcomes = startAtOnce(100, other, null);

      assertThat(outcomes.stream().filter(ProcessId.class::isInstance)).hasSize(1);
      assertThat(outcomes.stream().filter(OperationRefused.RunPredicateFailed.class::isInstance))
          .hasSize(99);
      assertThat(processes()).isEqualTo(1);
    }
  }

  @Test
  void whoRepeatsAStartUnderAKeyIsNotRefusedBecauseOfItsOwnProcess() throws Exception {
    List<Object> outcomes = startAtOnce(60, engine, new StartKey("nightly-2026-11-23"));

    assertThat(outcomes).hasSize(60).containsOnly(outcomes.getFirst());
    assertThat(processes()).isEqualTo(1);
  }

  @Test
  void anAuthorsPredicateIsAskedWithTheCallerAndItsReasonIsTold() {
    engine.workflows.predicate = context -> context.caller().equals(BOB)
        ? Optional.empty()
        : Optional.of(context.workflow() + " is Bob's");

    assertThatThrownBy(() -> engine.operations().start(ANN, "alone_misbehaving", List.of()))
        .isInstanceOf(OperationRefused.RunPredicateFailed.class)
        .hasMessage("alone_misbehaving is Bob's");
    assertThat(complete(engine.operations().start(BOB, "alone_misbehaving", pages("{}"))))
        .isNotNull();
  }

  private List<Object> startAtOnce(int times, EngineFixture other, StartKey key) throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<ProcessId>> starts = IntStream.range(0, times)
          .mapToObj(number -> threads.submit(() -> {
            go.await();
            EngineFixture node = number % 2 == 0 ? engine : other;
            return complete(node.operations().start(ANN, "alone", pages("{}"), key));
          }))
          .toList();
      go.countDown();
      List<Object> outcomes = new ArrayList<>();
      for (Future<ProcessId> start : starts) {
        try {
          outcomes.add(start.get());
        } catch (ExecutionException e) {
          outcomes.add(e.getCause());
        }
      }
      return outcomes;
    }
  }

  private long processes() {
    return engine.orchestrator.lists().countsByStatus().stream()
        .mapToLong(ProcessCounts.StatusCount::count)
        .sum();
  }
}
