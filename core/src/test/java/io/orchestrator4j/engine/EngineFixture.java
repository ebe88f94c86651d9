package io.orchestrator4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Timeline;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** An orchestrator with {@link TestingWorkflows} on a schema of its own, and what tests ask of it. */
final class EngineFixture implements AutoCloseable {

  static final Caller ANN = Caller.named("ann");
  static final Caller BOB = Caller.named("bob");
  private static final Duration AT_MOST = Duration.ofSeconds(20);

  final TestingWorkflows workflows;
  final String schema;
  final Orchestrator orchestrator;

  EngineFixture() {
    this(new TestingWorkflows(), TestingDatabase.freshSchema(), EngineOptions.defaults());
  }

  EngineFixture(TestingWorkflows workflows, String schema, EngineOptions options, Object... more) {
    this.workflows = workflows;
    this.schema = schema;
    this.orchestrator = Orchestrator.on(TestingDatabase.dataSource())
        .schema(schema)
        .options(options)
        .workflows(workflows)
        .workflows(more)
        .start();
  }

  Operations operations() {
    return orchestrator.operations();
  }

  ProcessId start(String workflow, String... pages) {
    return complete(
        operations().start(ANN, workflow, pages.length == 0 ? pages("{}") : pages(pages)));
  }

  /** Starts a process and waits until nothing runs any more. */
  ProcessId run(String workflow) {
    ProcessId processId = start(workflow);
    quiet();
    return processId;
  }

  void retry(ProcessId processId) {
    operations().resume(BOB, processId, pages("{}"), null);
    quiet();
  }

  void quiet() {
    try {
      assertThat(orchestrator.engine().awaitQuiet(AT_MOST))
          .as("quiet within " + AT_MOST)
          .isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until something holds, looking again whenever something happens on any node. */
  void until(String what, BooleanSupplier holds) {
    until(orchestrator.events(), what, holds);
  }

  static void until(Events events, String what, BooleanSupplier holds) {
    Semaphore happened = new Semaphore(1);
    long deadline = System.nanoTime() + AT_MOST.toNanos();
    try (var _ = events.subscribe(_ -> happened.release())) {
      while (!holds.getAsBoolean()) {
        assertThat(System.nanoTime()).as(what).isLessThan(deadline);
        boolean _ = happened.tryAcquire(200, TimeUnit.MILLISECONDS);
        happened.drainPermits();
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Waits until no process runs or waits for a node, on whichever node. */
  void allQuiet() {
    until(
        "nothing runs or waits for a node",
        () -> orchestrator.lists().countsByStatus().stream()
            .noneMatch(each -> each.count() > 0
                && Set.of(ProcessStatus.RUNNING, ProcessStatus.CREATED, ProcessStatus.RESUMED)
                    .contains(each.status())));
  }

  ProcessDetail detail(ProcessId processId) {
    return orchestrator.reader().detail(processId);
  }

  ProcessStatus status(ProcessId processId) {
    return detail(processId).process().status();
  }

  List<String> rows(ProcessId processId) {
    return detail(processId).timeline().rows().stream()
        .map(row -> row.name() + " " + row.status())
        .toList();
  }

  ObjectNode state(ProcessId processId) {
    return detail(processId).timeline().state();
  }

  Timeline.Row row(ProcessId processId, String status) {
    return detail(processId).timeline().rows().stream()
        .filter(row -> row.status().equals(status))
        .findFirst()
        .orElseThrow();
  }

  static List<ObjectNode> pages(String... pages) {
    return Stream.of(pages).map(page -> (ObjectNode) Json.read(page)).toList();
  }

  static <T> T complete(FormOutcome<T> outcome) {
    return switch (outcome) {
      case FormOutcome.Complete<T>(T result) -> result;
      case FormOutcome<T> other -> throw new AssertionError(other);
    };
  }

  @Override
  public void close() {
    workflows.released.release(1000);
    orchestrator.close();
  }
}
