package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/**
 * A node at work on one database: it holds the lease, owns the processes that it runs, and has the
 * gate through which operations come. Thread-safe.
 */
public final class Engine implements AutoCloseable {

  private final EngineOptions options;
  private final NodeLease lease;
  private final Runs runs;
  private final Operations operations;
  private final ProcessReader reader;

  private Engine(
      EngineOptions options,
      NodeLease lease,
      Runs runs,
      Operations operations,
      ProcessReader reader) {
    this.options = options;
    this.lease = lease;
    this.runs = runs;
    this.operations = operations;
    this.reader = reader;
  }

  /** A node that has the lease of a database, and does not run anything yet. */
  public static final class Claimed implements AutoCloseable {

    private final Database database;
    private final EngineOptions options;
    private final Clock clock;
    private final Node node;
    private final NodeLease lease;

    private Claimed(
        Database database, EngineOptions options, Clock clock, Node node, NodeLease lease) {
      this.database = database;
      this.options = options;
      this.clock = clock;
      this.node = node;
      this.lease = lease;
    }

    /** Runs these workflows, and goes on with what an earlier node left running. */
    public Engine run(RegisteredWorkflows workflows) {
      lease.register();
      ProcessStore store = new ProcessStore(database);
      Runs runs = new Runs(store);
      new Recovery(store, workflows, runs, node, clock, options).recover();
      return new Engine(
          options,
          lease,
          runs,
          operations(workflows, store, runs),
          new ProcessReader(store, workflows));
    }

    private Operations operations(RegisteredWorkflows workflows, ProcessStore store, Runs runs) {
      Loading loading = new Loading(store, workflows);
      Departure departure = new Departure(runs);
      long limit = options.stateLimit();
      return new Operations(
          new Starting(workflows, store, departure, node, clock, limit),
          new Resuming(store, loading, departure, node, clock, limit),
          new Ending(store, loading, runs, clock),
          store);
    }

    @Override
    public void close() {
      lease.close();
    }
  }

  /**
   * Takes the lease of a database, before its schema is touched.
   *
   * @throws NodeAlreadyRunning if another node has it
   */
  public static Claimed claim(Database database, EngineOptions options, Clock clock) {
    Node node = new Node(
        UUID.randomUUID(),
        options.nodeName(),
        host(),
        ProcessHandle.current().pid(),
        clock.instant());
    return new Claimed(database, options, clock, node, NodeLease.take(database, node, clock));
  }

  /** The gate for everybody who wants to start or change a process. */
  public Operations operations() {
    return operations;
  }

  /** Reads single processes. */
  public ProcessReader reader() {
    return reader;
  }

  /** How many processes this node runs at this moment. */
  public int running() {
    return runs.count();
  }

  /** Whether the node stops: no step begins any more. */
  public boolean isStopping() {
    return runs.isStopping();
  }

  /**
   * Waits until this node runs nothing: all its processes wait or are finished.
   *
   * @return whether that was so within the time given
   */
  public boolean awaitQuiet(Duration atMost) throws InterruptedException {
    return runs.awaitQuiet(atMost);
  }

  /**
   * Waits until this node does not run a process: it waits or is finished.
   *
   * @return whether that was so within the time given
   */
  public boolean await(ProcessId processId, Duration atMost) throws InterruptedException {
    return runs.await(processId, atMost);
  }

  /** Lets running steps end within the grace period, and gives the lease back. */
  @Override
  public void close() {
    runs.stop(options.grace());
    lease.close();
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "localhost";
    }
  }
}
