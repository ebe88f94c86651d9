package io.orchestrator4j.testing;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.value.Secrets;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs workflows in a test: starts a process, waits until it waits or is finished, and gives what came of it. A page of
 * a form is a map, the record that the form asks for, a {@code State}, or a {@link FirstPage}. Not thread-safe.
 */
public final class WorkflowRunner implements AutoCloseable {

  static final Caller TESTER = Caller.named("tester");

  private static final Duration AT_MOST = Duration.ofSeconds(30);

  private final Orchestrator orchestrator;
  private final FilledPages pages;

  private WorkflowRunner(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
    this.pages = new FilledPages(orchestrator);
  }

  /** A runner for the workflows of these objects, on a schema of its own in {@link TestingPostgres}. */
  public static WorkflowRunner of(Object... workflows) {
    return configured(configuration -> configuration.workflows(workflows));
  }

  /** The same on a clock of the test's. */
  public static WorkflowRunner on(Clock clock, Object... workflows) {
    return configured(configuration -> configuration.clock(clock).workflows(workflows));
  }

  /**
   * A runner for an orchestrator on a schema of its own in {@link TestingPostgres}, configured by this: {@code
   * WorkflowRunner.configured(it -> it.workflows(new UserGroupWorkflows(it.subscriptions(), directory)))}.
   */
  public static WorkflowRunner configured(Consumer<OrchestratorConfiguration> author) {
    OrchestratorConfiguration configuration = Orchestrator.on(TestingPostgres.dataSource())
        .schema(TestingPostgres.freshSchema())
        .secrets(Secrets.withKeys(List.of(Secrets.newKey())));
    author.accept(configuration);
    return driving(configuration.start());
  }

  /** A runner for the workflows of an orchestrator, which is closed with it. */
  public static WorkflowRunner driving(Orchestrator orchestrator) {
    return new WorkflowRunner(orchestrator);
  }

  /** The orchestrator whose workflows it runs. */
  public Orchestrator orchestrator() {
    return orchestrator;
  }

  /**
   * Starts a process and runs it until it waits or is finished.
   *
   * @param filled what is filled in on each page of the form; nothing for a workflow without one
   * @throws AssertionError if the form refuses a page, or asks for another one
   */
  public ProcessResult run(String workflow, Object... filled) {
    return result(complete(orchestrator.operations().start(TESTER, workflow, filledIn(filled))));
  }

  /**
   * Asks the form of a workflow, and starts nothing.
   *
   * @param filled what is filled in so far; nothing for the first page
   */
  public FormResult runForm(String workflow, Object... filled) {
    return FormResult.of(orchestrator.operations().ask(TESTER, workflow, pages.of(filled)));
  }

  /**
   * Fills in the form at which a process waits, and runs it on.
   *
   * @throws AssertionError if the form refuses a page, or asks for another one
   */
  public ProcessResult resume(ProcessResult suspended, Object... filled) {
    return result(complete(
        orchestrator.operations().resume(TESTER, suspended.processId(), filledIn(filled), null)));
  }

  /** Runs the failed step of a process again, and the process on from there. */
  public ProcessResult retry(ProcessResult failed) {
    return resume(failed);
  }

  /** Ends a process that waits. */
  public ProcessResult abort(ProcessResult waiting) {
    orchestrator.operations().abort(TESTER, waiting.processId());
    return result(waiting.processId());
  }

  @Override
  public void close() {
    orchestrator.close();
  }

  private ProcessResult result(ProcessId processId) {
    try {
      if (!orchestrator.engine().await(processId, AT_MOST)) {
        throw new AssertionError(
            "The process %s still runs after %s".formatted(processId, AT_MOST));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(
          "The test was interrupted while the process %s ran".formatted(processId), e);
    }
    return ProcessResult.of(orchestrator, processId);
  }

  private List<ObjectNode> filledIn(Object... filled) {
    return filled.length == 0 ? Forms.onePageWithoutAnswers() : pages.of(filled);
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
