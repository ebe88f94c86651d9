package io.orchestrator4j.testing;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs workflows in a test, on a schema of its own in {@link TestingPostgres}: starts a process, waits
 * until it waits or is finished, and gives what came of it. Not thread-safe; to be closed by the test.
 */
public final class WorkflowRunner implements AutoCloseable {

  private static final Duration AT_MOST = Duration.ofSeconds(30);
  private static final Caller TESTER = Caller.named("tester");

  private final Orchestrator orchestrator;

  private WorkflowRunner(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  /** A runner for the workflows of these objects, on the system's clock. */
  public static WorkflowRunner of(Object... workflows) {
    return on(Clock.systemUTC(), workflows);
  }

  /** A runner for the workflows of these objects, on a clock of the test's. */
  public static WorkflowRunner on(Clock clock, Object... workflows) {
    return new WorkflowRunner(Orchestrator.on(TestingPostgres.dataSource())
        .schema(TestingPostgres.freshSchema())
        .clock(clock)
        .workflows(workflows)
        .start());
  }

  /**
   * Starts a process and runs it until it waits or is finished.
   *
   * @param pages what is filled in on each page of the form; nothing for a workflow without one
   * @throws AssertionError if the form refuses a page, or asks for another one
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final ProcessResult run(String workflow, Map<String, ?>... pages) {
    return result(
        complete(orchestrator.operations().start(TESTER, workflow, trees(List.of(pages)))));
  }

  /**
   * Fills in the form at which a process waits, and runs it on.
   *
   * @throws AssertionError if the form refuses a page, or asks for another one
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final ProcessResult resume(ProcessResult suspended, Map<String, ?>... pages) {
    return result(complete(orchestrator
        .operations()
        .resume(TESTER, suspended.processId(), trees(List.of(pages)), null)));
  }

  /** Runs the failed step of a process again, and the process on from there. */
  public ProcessResult retry(ProcessResult failed) {
    return resume(failed);
  }

  @Override
  public void close() {
    orchestrator.close();
  }

  private ProcessResult result(ProcessId processId) {
    try {
      if (!orchestrator.engine().awaitQuiet(AT_MOST)) {
        throw new AssertionError(
            "The process %s still runs after %s".formatted(processId, AT_MOST));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(
          "The test was interrupted while the process %s ran".formatted(processId), e);
    }
    return ProcessResult.of(orchestrator.reader().detail(processId));
  }

  private static List<ObjectNode> trees(List<Map<String, ?>> pages) {
    List<ObjectNode> trees = new ArrayList<>();
    for (Map<String, ?> page : pages) {
      trees.add((ObjectNode) Json.toTree(page));
    }
    return trees.isEmpty() ? Forms.onePageWithoutAnswers() : trees;
  }

  private static ProcessId complete(FormOutcome<ProcessId> outcome) {
    return switch (outcome) {
      case FormOutcome.Complete<ProcessId>(ProcessId processId) -> processId;
      case FormOutcome.NextPage<ProcessId> page ->
        throw new AssertionError("The form asks for one more page: " + page.schema());
      case FormOutcome.Invalid<ProcessId> invalid ->
        throw new AssertionError(invalid.page().detail());
      case FormOutcome.Overflow<ProcessId>(int remaining) ->
        throw new AssertionError(
            "The form has %d pages less than were filled in".formatted(remaining));
    };
  }
}
