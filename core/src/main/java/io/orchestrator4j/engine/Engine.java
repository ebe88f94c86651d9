package io.orchestrator4j.engine;

import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.event.Listener;
import io.orchestrator4j.event.Notifier;
import io.orchestrator4j.node.Consequences;
import io.orchestrator4j.node.Membership;
import io.orchestrator4j.node.NodeInfo;
import io.orchestrator4j.process.Change;
import io.orchestrator4j.process.GuardedBirths;
import io.orchestrator4j.process.ProcessCounts;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessQueue;
import io.orchestrator4j.process.ProcessStore;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A node at work on one database: it owns the processes that it runs, takes over those that wait for a node, and has
 * the gate through which operations come. Thread-safe.
 */
public final class Engine implements AutoCloseable {

  private static final int RELEASED_TOGETHER = 2_000;

  private final EngineOptions options;
  private final Events events = new Events();
  private final EngineSwitch engineSwitch;
  private final NodeCondition condition;
  private final ProcessStore store;
  private final ProcessQueue queue;
  private final ProcessCounts counts;
  private final Committer committer;
  private final ModelCommitter modelCommitter;
  private final OwnCommit ownCommit;
  private final StepTools steps;
  private final Permits permits;
  private final Runs runs;
  private final Claims claims;
  private final Membership membership;
  private final Notifier notifier;
  private final Listener listener;
  private final Operations operations;
  private final ProcessReader reader;

  private Engine(
      Database database,
      RegisteredWorkflows workflows,
      Surroundings surroundings,
      EngineOptions options,
      Clock clock) {
    this.options = options;
    this.engineSwitch = new EngineSwitch(database);
    this.condition = new NodeCondition(options.node().isWorker(), engineSwitch);
    this.store = new ProcessStore(database);
    this.queue = new ProcessQueue(database);
    this.counts = new ProcessCounts(database);
    this.committer = new Committer(database, this::committed);
    this.permits = new Permits(options.capacity(), condition::takesOn);
    this.runs = new Runs(permits, condition, this::look);
    this.steps = StepTools.on(database, clock);
    this.modelCommitter = new ModelCommitter(database, this::committed);
    this.ownCommit = new OwnCommit(database, this::committed);
    FormCalls forms = new FormCalls(surroundings.models(), surroundings.starts());
    StepCalls calls = new StepCalls(surroundings.models(), forms, steps.patience());
    Advances advances = new Advances(calls, clock, options.stateLimit());
    Commits commits = new Commits(committer, modelCommitter, ownCommit, events);
    ProcessRun.Tools tools = new ProcessRun.Tools(
        commits, store, queue, condition, steps, calls, this::lookForForgotten);
    Loading loading = new Loading(store, workflows);
    this.reader = new ProcessReader(
        store, new ProgressTable(database), loading, forms, surroundings.journals());
    Arrivals arrivals = new Arrivals(runs, tools, store, loading, advances, this::look);
    List<UUID> workflowIds = workflows.all().stream().map(workflows::idOf).toList();
    this.claims = new Claims(queue, permits, condition, workflowIds, arrivals);
    Departure departure = new Departure(runs, tools);
    GuardedStart guarded =
        new GuardedStart(new GuardedBirths(database), departure, this::committed, claims::suspect);
    this.membership = new Membership(database, events, options.node(), clock, new WhatFollows());
    this.operations = new Operations(
        new Starting(workflows, departure, guarded, forms, advances),
        new Resuming(loading, departure, forms, advances),
        new Ending(store, loading, committer, events, condition, clock),
        new Noting(store, loading, events, clock),
        new EngineControl(engineSwitch, membership, events, clock));
    condition.is(membership::incarnation);
    this.notifier = Notifier.start(database, events, membership.program());
    this.listener =
        Listener.start(database, events, membership.program(), membership.sessionLock());
  }

  /**
   * Joins a database as a node, and begins to work.
   *
   * @param surroundings what it asks of others
   * @throws io.orchestrator4j.store.DatabaseUnavailable if the database cannot be reached
   */
  public static Engine start(
      Database database,
      RegisteredWorkflows workflows,
      Surroundings surroundings,
      EngineOptions options,
      Clock clock) {
    Engine engine = new Engine(database, workflows, surroundings, options, clock);
    engine.begin();
    return engine;
  }

  /** How many connections a node keeps for itself. */
  public static int ownConnections() {
    // besides the committers': heartbeat, notifier, listener
    return Committer.connections() + ModelCommitter.connections() + 3;
  }

  private void begin() {
    engineSwitch.refresh();
    committer.start();
    modelCommitter.start();
    events.subscribe(this::hear);
    membership.start();
    // what waits already is under way when the start is over
    claims.takeAll();
    claims.start();
  }

  private void committed(Change change) {
    events.publish(new Event.ProcessChanged(change.processId().value()));
    if (change.changesStatus()) {
      events.publish(new Event.CountsChanged());
    }
    if (change.after().isDue()) {
      events.publish(new Event.WorkQueued());
    }
  }

  private void hear(Event event) {
    switch (event) {
      case Event.WorkQueued() -> look();
      case Event.RequestMade(UUID processId) -> runs.cancel(new ProcessId(processId));
      case Event.ProcessChanged _,
          Event.SubscriptionChanged _,
          Event.ManyChanged _,
          Event.CountsChanged _,
          Event.EngineChanged _ -> {
        // the switch is looked at with the heartbeat that follows a change of the engine
      }
    }
  }

  private void look() {
    claims.look();
  }

  private void lookForForgotten() {
    claims.suspect();
  }

  /** What follows for this node's work from what becomes of nodes. */
  private final class WhatFollows implements Consequences {

    @Override
    public void leaseEnded() {
      runs.interruptWithoutLease();
    }

    @Override
    public void told(boolean draining, boolean paused) {
      boolean before = condition.takesOn();
      condition.drain(draining);
      engineSwitch.heard(paused);
      if (!before && condition.takesOn()) {
        look();
      }
    }

    @Override
    public int giveBack() {
      return queue.releaseLost(RELEASED_TOGETHER);
    }

    @Override
    public void housekeeping() {
      boolean _ = counts.fold() > 0;
    }
  }

  /** The gate for everybody who wants to start or change a process. */
  public Operations operations() {
    return operations;
  }

  /** Reads single processes. */
  public ProcessReader reader() {
    return reader;
  }

  /** What happens, on this node and the others, after its commit. */
  public Events events() {
    return events;
  }

  /** Whether the engine runs or is paused, on all nodes. */
  public EngineStatus status() {
    return engineSwitch.status();
  }

  /** All nodes that are remembered, those at work first. */
  public List<NodeInfo> nodes() {
    return membership.all();
  }

  /** How many processes this node runs at this moment. */
  public int running() {
    return runs.count();
  }

  /** Whether the node stops: no step begins any more. */
  public boolean isStopping() {
    return condition.isStopping();
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
   * Waits until this node does not run a process: it waits or is finished, or another node runs it.
   *
   * @return whether that was so within the time given
   */
  public boolean await(ProcessId processId, Duration atMost) throws InterruptedException {
    return runs.await(processId, atMost);
  }

  /** Lets running steps end within the grace period, gives back what does not, and leaves. */
  @Override
  public void close() {
    condition.stop();
    claims.close();
    runs.stop(options.grace());
    committer.stop();
    modelCommitter.stop();
    ownCommit.close();
    steps.close();
    membership.close();
    notifier.close();
    listener.close();
  }
}
