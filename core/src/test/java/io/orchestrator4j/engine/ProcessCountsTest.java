package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.process.ProcessCounts;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The counts by status are what counting the processes would say, whatever was done and folded. */
final class ProcessCountsTest {

  private final EngineFixture engine = new EngineFixture();
  private final ProcessCounts counts =
      new ProcessCounts(new Database(TestingDatabase.dataSource(), engine.schema, 8));

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void afterARandomMixtureOfOperationsTheSumsAreTheCounts() throws Exception {
    engine.workflows.misbehaviour = TestingWorkflows.failing("kaboom");
    AtomicBoolean over = new AtomicBoolean();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> folders = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        folders.add(threads.submit(() -> {
          while (!over.get()) {
            counts.fold();
          }
        }));
      }
      List<Future<?>> operators = IntStream.range(0, 8)
          .<Future<?>>mapToObj(seed -> threads.submit(() -> operate(new Random(seed))))
          .toList();
      for (Future<?> operator : operators) {
        operator.get();
      }
      over.set(true);
      for (Future<?> folder : folders) {
        folder.get();
      }
    }
    engine.quiet();

    assertThat(engine.orchestrator.lists().countsByStatus())
        .isEqualTo(counted())
        .extracting(ProcessCounts.StatusCount::status)
        .contains(ProcessStatus.COMPLETED, ProcessStatus.FAILED, ProcessStatus.SUSPENDED);
  }

  @Test
  void foldingPutsFewRowsInThePlaceOfMany() {
    IntStream.range(0, 150).forEach(_ -> engine.start("five_steps"));
    engine.quiet();
    // a node keeps house by itself, too
    counts.fold();

    assertThat(rows()).isLessThan(150);
    assertThat(engine.orchestrator.lists().countsByStatus())
        .containsExactly(new ProcessCounts.StatusCount(true, ProcessStatus.COMPLETED, 150));
  }

  private void operate(Random random) {
    List<ProcessId> own = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      if (own.isEmpty() || random.nextInt(3) == 0) {
        String workflow = List.of("five_steps", "asking", "misbehaving").get(random.nextInt(3));
        own.add(engine.start(workflow));
      } else {
        change(own, random);
      }
    }
  }

  private void change(List<ProcessId> own, Random random) {
    ProcessId processId = own.get(random.nextInt(own.size()));
    try {
      switch (random.nextInt(4)) {
        case 0 -> engine.operations().abort(BOB, processId);
        case 1 -> {
          engine.operations().delete(BOB, processId);
          assertThat(engine.orchestrator.engine().await(processId, Duration.ofSeconds(20)))
              .isTrue();
          own.remove(processId);
        }
        case 2 ->
          engine
              .operations()
              .resume(
                  ANN,
                  processId,
                  pages("{\"answer\":\"x\",\"amount\":1}", "{\"confirm\":true}"),
                  null);
        default -> engine.operations().note(ANN, processId, "seen");
      }
    } catch (OperationRefused _) {
      // it is not there where this can be done; that is part of the mixture
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private List<ProcessCounts.StatusCount> counted() {
    return Jdbi.create(TestingDatabase.dataSource())
        .withHandle(handle -> handle
            .createQuery("select is_task, last_status, count(*) as processes from " + engine.schema
                + ".processes group by is_task, last_status order by is_task, last_status")
            .map((row, _) -> new ProcessCounts.StatusCount(
                row.getBoolean("is_task"),
                ProcessStatus.parse(row.getString("last_status")),
                row.getLong("processes")))
            .list());
  }

  private long rows() {
    return Jdbi.create(TestingDatabase.dataSource())
        .withHandle(handle -> handle
            .select("select count(*) from " + engine.schema + ".process_counts")
            .mapTo(Long.class)
            .one());
  }
}
