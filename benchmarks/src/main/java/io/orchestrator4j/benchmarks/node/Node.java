package io.orchestrator4j.benchmarks.node;

import com.zaxxer.hikari.HikariDataSource;
import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.sold.RackWorkflows;
import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.LongConsumer;
import tools.jackson.databind.node.ObjectNode;

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
    OrchestratorConfiguration configuration = Orchestrator.on(pool);
    this.orchestrator = configuration
        .connections(setup.connections())
        .options(setup.options(name))
        .workflows(
            new FiveSteps(),
            new Blocking(begun),
            manySteps,
            new RackWorkflows(configuration.subscriptions()))
        .start();
  }

  /** Starts a process, and returns when that is durable. */
  public ProcessId start(String workflow) {
    return start(workflow, Forms.onePageWithoutAnswers());
  }

  private ProcessId start(String workflow, List<ObjectNode> pages) {
    FormOutcome<ProcessId> outcome = orchestrator.operations().start(CALLER, workflow, pages);
    if (outcome instanceof FormOutcome.Complete<ProcessId>(ProcessId processId)) {
      return processId;
    }
    throw new IllegalStateException("The workflow %s asked for more; found %s, expected it to start"
        .formatted(workflow, outcome));
  }

  /** Starts a process, and waits until this node does not run it any more. */
  public void run(String workflow) throws InterruptedException {
    await(workflow, start(workflow));
  }

  /** The id of a product. */
  UUID product(String name) {
    return orchestrator.products().named(name).productId();
  }

  /** Sells a rack, and waits until this node does not run the process any more. */
  void sellRack(UUID product) throws InterruptedException {
    List<ObjectNode> pages = List.of(
        Json.object().put("product", product.toString()),
        Json.object().put("customer_id", CustomerInfo.standard().customerId()));
    await(RackWorkflows.NAME, start(RackWorkflows.NAME, pages));
  }

  private void await(String workflow, ProcessId processId) throws InterruptedException {
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
