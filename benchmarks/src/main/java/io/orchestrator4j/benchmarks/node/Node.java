package io.orchestrator4j.benchmarks.node;

import com.zaxxer.hikari.HikariDataSource;
import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.workflow.Caller;
import java.time.Duration;
import java.util.function.LongConsumer;

/** A node in this JVM that has all workflows of the benchmarks. Thread-safe. */
public final class Node implements AutoCloseable {

  private static final Caller CALLER = Caller.named("benchmark");
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  // beside those that are shared, as the server has it
  private static final int RESERVED = 3;

  private final ManySteps manySteps = new ManySteps();
  private final HikariDataSource pool;
  private final Orchestrator orchestrator;

  /**
   * Starts it.
   *
   * @param begun is told how many steps that wait have begun on this node
   */
  public Node(DatabaseAddress database, NodeSetup setup, String name, LongConsumer begun) {
    this.pool = database.pool(name, setup.connections() + RESERVED);
    this.orchestrator = Orchestrator.on(pool)
        .connections(setup.connections())
        .options(setup.options(name))
        .workflows(new FiveSteps(), new Blocking(begun), manySteps)
        .start();
  }

  /** Starts a process, and returns when that is durable. */
  public ProcessId start(String workflow) {
    FormOutcome<ProcessId> outcome =
        orchestrator.operations().start(CALLER, workflow, Forms.onePageWithoutAnswers());
    if (outcome instanceof FormOutcome.Complete<ProcessId>(ProcessId processId)) {
      return processId;
    }
    throw new IllegalStateException("The workflow %s asked for more; found %s, expected it to start"
        .formatted(workflow, outcome));
  }

  /** Starts a process, and waits until this node does not run it any more. */
  public void run(String workflow) throws InterruptedException {
    ProcessId processId = start(workflow);
    if (!orchestrator.engine().await(processId, PATIENCE)) {
      throw new IllegalStateException(
          "Process %s of %s still runs after %s".formatted(processId, workflow, PATIENCE));
    }
  }

  /** Waits until nothing runs on this node. */
  public void awaitQuiet() throws InterruptedException {
    if (!orchestrator.engine().awaitQuiet(PATIENCE)) {
      throw new IllegalStateException(
          "%d processes still run after %s".formatted(orchestrator.engine().running(), PATIENCE));
    }
  }

  /** The workflows with a thousand steps. */
  public ManySteps manySteps() {
    return manySteps;
  }

  @Override
  public void close() {
    orchestrator.close();
    pool.close();
  }
}
