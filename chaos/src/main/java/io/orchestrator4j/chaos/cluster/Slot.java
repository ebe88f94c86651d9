package io.orchestrator4j.chaos.cluster;

import io.orchestrator4j.chaos.node.NodeSettings;
import io.orchestrator4j.chaos.node.Order;
import io.orchestrator4j.chaos.node.Report;
import io.orchestrator4j.chaos.proxy.PostgresProxy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** A place for a node: one JVM after another under one name, behind one proxy. Thread-safe. */
public final class Slot implements AutoCloseable {

  private static final int LARGEST_SKEW_MILLIS = 30_000;
  private static final long AFTER_FAILED_START_MILLIS = 500;
  private static final long STOP_MILLIS = 10_000;

  /** How a node is configured. */
  @FunctionalInterface
  interface Configured {
    NodeSettings with(long skewMillis, int start);
  }

  private final NodeProgram program;
  private final PostgresProxy proxy;
  private final Configured settings;
  private final Path folder;
  private final RandomGenerator skews;
  private final Timeline timeline;
  private final ScheduledExecutorService later;
  private final List<String> deaths = new CopyOnWriteArrayList<>();
  private final CountDownLatch firstReady = new CountDownLatch(1);
  private volatile @Nullable NodeProcess current;
  private boolean closed;
  private int starts;

  /**
   * A place for a node.
   *
   * @param settings of the n-th start, with this skew of the clock
   * @param folder for the logs
   * @param skews decides how wrong the clock of each start is
   */
  Slot(
      NodeProgram program,
      PostgresProxy proxy,
      Configured settings,
      Path folder,
      RandomGenerator skews,
      Timeline timeline,
      ScheduledExecutorService later) {
    this.program = program;
    this.proxy = proxy;
    this.settings = settings;
    this.folder = folder;
    this.skews = skews;
    this.timeline = timeline;
    this.later = later;
  }

  /** The node's name. */
  public String name() {
    return proxy.name();
  }

  /** What the node takes for PostgreSQL. */
  public PostgresProxy proxy() {
    return proxy;
  }

  /** Nodes that ended without having been hit. */
  public List<String> deaths() {
    return List.copyOf(deaths);
  }

  /** Whether a node is here that has started. */
  public boolean isReady() {
    NodeProcess node = current;
    return node != null && node.isAlive() && node.isReady();
  }

  /** Waits for the first node that has started. */
  boolean awaitReady(long nanos) throws InterruptedException {
    return firstReady.await(nanos, TimeUnit.NANOSECONDS);
  }

  /** The process id of the node; 0 where there is none. */
  public long pid() {
    NodeProcess node = current;
    return node == null ? 0 : node.pid();
  }

  /** Starts a node, unless one is here. */
  public synchronized void start() {
    NodeProcess old = current;
    if (closed || (old != null && old.isAlive())) {
      return;
    }
    starts++;
    long skew = skews.nextInt(-LARGEST_SKEW_MILLIS, LARGEST_SKEW_MILLIS + 1);
    try {
      Path log = folder.resolve("%s-%d.log".formatted(name(), starts));
      NodeProcess node = NodeProcess.start(program, settings.with(skew, starts), log);
      current = node;
      int start = starts;
      var _ = node.ready().thenAccept(_ -> {
        timeline.note("%s is ready (start %d, clock %+d ms)".formatted(name(), start, skew));
        firstReady.countDown();
      });
      var _ = node.onExit().thenAccept(_ -> hasEnded(node));
    } catch (IOException e) {
      throw new IllegalStateException("%s cannot be started".formatted(name()), e);
    }
  }

  private void hasEnded(NodeProcess node) {
    if (node.wasKilled()) {
      return;
    }
    if (node.isReady()) {
      timeline.note("%s has ended by itself".formatted(name()));
      deaths.add("%s, start %d".formatted(name(), starts));
    }
    startAfter(AFTER_FAILED_START_MILLIS);
  }

  private void startAfter(long millis) {
    if (!later.isShutdown()) {
      var _ = later.schedule(this::start, millis, TimeUnit.MILLISECONDS);
    }
  }

  /** Kills the node as {@code kill -9} does; another one starts after a while. */
  public synchronized void kill(long restartAfterMillis) {
    NodeProcess node = current;
    if (node != null) {
      node.kill();
    }
    startAfter(restartAfterMillis);
  }

  /** Lets the node end in order; another one starts after a while. */
  public void stop(long restartAfterMillis) {
    NodeProcess node = current;
    if (node != null) {
      node.stop(STOP_MILLIS);
    }
    startAfter(restartAfterMillis);
  }

  /** Freezes the node as SIGSTOP does; what it is to be thawed by is returned. */
  public Runnable freeze() {
    NodeProcess node = current;
    if (node == null) {
      return () -> {};
    }
    signal(node, "STOP");
    return () -> {
      if (node.isAlive()) {
        signal(node, "CONT");
      }
    };
  }

  private static void signal(NodeProcess node, String signal) {
    try {
      node.signal(signal);
    } catch (IOException e) {
      throw new IllegalStateException("kill -%s failed".formatted(signal), e);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /** Gives the node an order; the report fails where there is no node, or it ends first. */
  public CompletableFuture<Report> tell(Order order) {
    NodeProcess node = current;
    return node == null || !node.isReady()
        ? CompletableFuture.failedFuture(new IOException(name() + " is not there"))
        : node.tell(order);
  }

  @Override
  public void close() {
    NodeProcess node;
    synchronized (this) {
      closed = true;
      node = current;
    }
    if (node != null) {
      node.kill();
    }
    proxy.close();
  }
}
