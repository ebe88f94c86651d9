package io.orchestrator4j.chaos.fault;

import io.orchestrator4j.chaos.cluster.Cluster;
import io.orchestrator4j.chaos.cluster.Slot;
import io.orchestrator4j.chaos.cluster.Timeline;
import io.orchestrator4j.chaos.database.ChaosDatabase;
import io.orchestrator4j.chaos.node.Order;
import io.orchestrator4j.chaos.proxy.Kind;
import io.orchestrator4j.chaos.proxy.Point;
import io.orchestrator4j.chaos.proxy.PostgresProxy;
import io.orchestrator4j.chaos.proxy.Trap;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Carries faults out. Those of the database come one at a time, all others whenever the plan says so. */
public final class Saboteur {

  private static final Duration PATIENCE = Duration.ofSeconds(6);
  private static final int MOST_ATTEMPTS = 600;
  private static final long AGAIN_MILLIS = 300;
  private static final int MOST_CONNECTIONS = 200;

  private final Cluster cluster;
  private final ChaosDatabase database;
  private final Duration lease;
  private final Timeline timeline;
  private final AtomicInteger done = new AtomicInteger();
  private final CountDownLatch over = new CountDownLatch(1);

  /** One who acts on these nodes and this database. */
  public Saboteur(Cluster cluster, ChaosDatabase database, Duration lease, Timeline timeline) {
    this.cluster = cluster;
    this.database = database;
    this.lease = lease;
    this.timeline = timeline;
  }

  /** How many faults have happened; a trap that nobody came by is none. */
  public int done() {
    return done.get();
  }

  /** Carries out a fault, and returns when it is over. */
  public void carryOut(Plan.Entry entry) throws Exception {
    boolean happened = switch (entry.fault()) {
      case Fault.Kill(int node) -> kill(ready(node), entry.restartMillis());
      case Fault.KillAt(Point point, int toPass, int node) ->
        killAt(point, toPass, node, entry.restartMillis());
      case Fault.Freeze(int node, double leases) -> freeze(ready(node), leases);
      case Fault.FreezeAt(Point point, int toPass, int node, double leases) ->
        freezeAt(point, toPass, node, leases, entry.restartMillis());
      case Fault.Stop(int node) -> stop(ready(node), entry.restartMillis());
      case Fault.Cut(int node) -> cut(ready(node));
      case Fault.CutAt(Point point, int toPass, int node) ->
        cutAt(point, toPass, node, entry.restartMillis());
      case Fault.HoldAt(Point point, int toPass, int node, double leases) ->
        holdAt(point, toPass, node, leases, entry.restartMillis());
      case Fault.LateAt(Kind kind, int toPass, int node) ->
        lateAt(kind, toPass, node, entry.restartMillis());
      case Fault.Drain(int node, double leases) -> drain(ready(node), leases);
      case Fault.Pause(double leases) -> pause(leases);
      case Fault.Stall(int node, double leases) -> stall(ready(node), leases);
      case Fault.Exhaust(double leases) -> exhaust(leases);
      case Fault.RestartDatabase() -> restartDatabase();
      case Fault.KillDatabase() -> killDatabase();
      case Fault.FailOver() -> failOver();
    };
    if (happened) {
      done.incrementAndGet();
    }
  }

  /** A node that has started, beginning the search at this one; null if there is none. */
  private @Nullable Slot ready(int node) {
    List<Slot> slots = cluster.slots();
    for (int i = 0; i < slots.size(); i++) {
      Slot slot = slots.get((node + i) % slots.size());
      if (slot.isReady()) {
        return slot;
      }
    }
    return null;
  }

  private boolean kill(@Nullable Slot slot, long restartMillis) {
    if (slot != null) {
      timeline.note("kill -9 of %s, again after %d ms".formatted(slot.name(), restartMillis));
      slot.kill(restartMillis);
    }
    return slot != null;
  }

  private boolean stop(@Nullable Slot slot, long restartMillis) {
    if (slot != null) {
      timeline.note("%s is told to end, again after %d ms".formatted(slot.name(), restartMillis));
      slot.stop(restartMillis);
    }
    return slot != null;
  }

  private boolean killAt(Point point, int toPass, int node, long restartMillis)
      throws InterruptedException {
    return trapped(point, toPass, node, restartMillis, "kill -9", proxy -> {
      slot(proxy).kill(restartMillis);
      return Trap.Fate.IS_CUT;
    });
  }

  private boolean cutAt(Point point, int toPass, int node, long restartMillis)
      throws InterruptedException {
    return trapped(point, toPass, node, restartMillis, "connection cut", _ -> Trap.Fate.IS_CUT);
  }

  private boolean freezeAt(Point point, int toPass, int node, double leases, long restartMillis)
      throws InterruptedException {
    return trapped(point, toPass, node, restartMillis, "SIGSTOP", proxy -> {
      Runnable thaw = slot(proxy).freeze();
      try {
        return held(leases);
      } finally {
        thaw.run();
      }
    });
  }

  private boolean holdAt(Point point, int toPass, int node, double leases, long restartMillis)
      throws InterruptedException {
    return trapped(point, toPass, node, restartMillis, "connection held", _ -> held(leases));
  }

  private Trap.Fate held(double leases) {
    try {
      awaitLeases(leases);
      return Trap.Fate.GOES_ON;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Trap.Fate.IS_CUT;
    }
  }

  private boolean lateAt(Kind kind, int toPass, int node, long restartMillis)
      throws InterruptedException {
    Point point = new Point(kind, Point.Moment.BEFORE_COMMIT);
    return trapped(point, toPass, node, restartMillis, "late arrival", _ -> Trap.Fate.ARRIVES_LATE);
  }

  private boolean drain(@Nullable Slot slot, double leases) throws InterruptedException {
    if (slot != null) {
      timeline.note("%s drains for %.1f leases".formatted(slot.name(), leases));
      insist(Order.What.DRAIN, slot.name());
      awaitLeases(leases);
      insist(Order.What.GO_ON, slot.name());
      timeline.note("%s drains no more".formatted(slot.name()));
    }
    return slot != null;
  }

  private boolean pause(double leases) throws InterruptedException {
    timeline.note("the engine is paused for %.1f leases".formatted(leases));
    insist(Order.What.PAUSE, "");
    awaitLeases(leases);
    insist(Order.What.UNPAUSE, "");
    timeline.note("the engine goes on");
    return true;
  }

  // as an operator does: asks one node after another until one says that it is done
  private void insist(Order.What what, String name) throws InterruptedException {
    boolean told = false;
    for (int attempt = 0; !told && attempt < MOST_ATTEMPTS; attempt++) {
      Slot teller = ready(attempt);
      told = teller != null && isDone(teller, new Order(0, what, null, null, name, List.of()));
      if (!told) {
        boolean _ = over.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
    }
    if (!told) {
      throw new IllegalStateException("No node does what it is told: " + what);
    }
  }

  private boolean isDone(Slot teller, Order order) throws InterruptedException {
    try {
      return teller.tell(order).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).isDone();
    } catch (ExecutionException | TimeoutException _) {
      return false;
    }
  }

  private boolean trapped(
      Point point, int toPass, int node, long restartMillis, String what, Trap.Snap snap)
      throws InterruptedException {
    boolean rare = switch (point.kind()) {
      case CLAIM, BURIAL, TAKE_OVER -> true;
      case CHECKPOINT, HEARTBEAT, NOTICE -> false;
    };
    Trap trap = new Trap(point, rare ? 0 : toPass, snap);
    List<Slot> slots = cluster.slots();
    slots.forEach(slot -> slot.proxy().lay(trap));
    try {
      if (rare && cluster.ready().size() > 1) {
        // nobody is buried, and little is claimed, unless somebody dies
        kill(ready(node), restartMillis + 2 * lease.toMillis());
      }
      String caught = trap.await(PATIENCE.plus(lease.multipliedBy(3)).toMillis());
      timeline.note(
          caught == null
              ? "nobody came by %s".formatted(point)
              : "%s of %s at %s".formatted(what, caught, point));
      return caught != null || rare;
    } finally {
      slots.forEach(slot -> slot.proxy().remove(trap));
    }
  }

  private Slot slot(PostgresProxy proxy) {
    return cluster.slots().stream()
        .filter(slot -> slot.proxy() == proxy)
        .findFirst()
        .orElseThrow();
  }

  private boolean freeze(@Nullable Slot slot, double leases) throws InterruptedException {
    if (slot != null) {
      timeline.note("SIGSTOP of %s for %.1f leases".formatted(slot.name(), leases));
      Runnable thaw = slot.freeze();
      try {
        awaitLeases(leases);
      } finally {
        thaw.run();
      }
      timeline.note("SIGCONT of %s".formatted(slot.name()));
    }
    return slot != null;
  }

  private boolean cut(@Nullable Slot slot) {
    if (slot != null) {
      timeline.note("%d connections of %s are cut".formatted(slot.proxy().cut(), slot.name()));
    }
    return slot != null;
  }

  private boolean stall(@Nullable Slot slot, double leases) throws InterruptedException {
    if (slot != null) {
      timeline.note(
          "connections of %s are half open for %.1f leases".formatted(slot.name(), leases));
      slot.proxy().stall();
      try {
        awaitLeases(leases);
      } finally {
        slot.proxy().flow();
      }
      timeline.note("connections of %s work again".formatted(slot.name()));
    }
    return slot != null;
  }

  private boolean exhaust(double leases) throws InterruptedException, SQLException {
    synchronized (database) {
      List<Connection> taken = new ArrayList<>();
      try {
        takeAll(taken);
        timeline.note("all %d connections that were left are taken for %.1f leases"
            .formatted(taken.size(), leases));
        awaitLeases(leases);
      } finally {
        for (Connection connection : taken) {
          connection.close();
        }
      }
    }
    return true;
  }

  private void takeAll(List<Connection> taken) {
    try {
      while (taken.size() < MOST_CONNECTIONS) {
        taken.add(database.connect());
      }
    } catch (SQLException _) {
      // that was the last one
    }
  }

  private boolean restartDatabase() {
    timeline.note("PostgreSQL is restarted");
    database.restart();
    timeline.note("PostgreSQL is back");
    return true;
  }

  private boolean killDatabase() throws IOException, InterruptedException {
    timeline.note("kill -9 of PostgreSQL");
    database.kill();
    timeline.note("PostgreSQL is back");
    return true;
  }

  private boolean failOver() throws IOException, InterruptedException, SQLException {
    timeline.note("a standby is made of a cold copy");
    database.failOver(() -> {
      timeline.note("the standby is synchronous");
      awaitLeases(1);
      timeline.note("kill -9 of the primary; the standby is promoted");
    });
    timeline.note("the standby is the primary");
    return true;
  }

  private void awaitLeases(double leases) throws InterruptedException {
    boolean _ = over.await((long) (lease.toMillis() * leases), TimeUnit.MILLISECONDS);
  }

  /** Ends all faults that last. */
  public void end() {
    over.countDown();
  }
}
