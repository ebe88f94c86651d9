package io.orchestrator4j.chaos.proxy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Something that is done once, to whoever first comes by a point. It may be laid at several proxies. Thread-safe.
 */
public final class Trap {

  /** What is done to the one who comes by; in the meantime its connection is held. */
  @FunctionalInterface
  public interface Snap {

    /** Returns what becomes of the connection. */
    Fate on(PostgresProxy proxy);
  }

  /** What becomes of a connection that was caught. */
  public enum Fate {
    /** It goes on. */
    GOES_ON,
    /** It is cut, and what it held never arrives. */
    IS_CUT,
    /** The client sees it cut; what it held arrives later all the same, when the client may have tried again. */
    ARRIVES_LATE
  }

  private final Point point;
  private final Snap snap;
  private final AtomicInteger toPass;
  private final CompletableFuture<String> sprung = new CompletableFuture<>();

  /**
   * A trap at a point.
   *
   * @param toPass how many commits pass by unharmed
   */
  public Trap(Point point, int toPass, Snap snap) {
    this.point = point;
    this.toPass = new AtomicInteger(toPass);
    this.snap = snap;
  }

  /** Whether this commit is the one that is caught; at most one ever is. */
  boolean catches(Transaction transaction) {
    return !sprung.isDone()
        && point.kind().isIn(transaction.texts())
        && toPass.getAndDecrement() == 0;
  }

  Point.Moment moment() {
    return point.moment();
  }

  Fate spring(PostgresProxy proxy) {
    Fate fate = snap.on(proxy);
    sprung.complete(proxy.name());
    return fate;
  }

  /** The commit that was caught was none: the next one will do. */
  void reset() {
    toPass.set(0);
  }

  /** Waits until it has caught somebody, and says whom; null if nobody came by in time, and nobody will any more. */
  public @Nullable String await(long millis) throws InterruptedException {
    String caught = get(millis);
    if (caught == null && toPass.getAndSet(-1) < 0) {
      // somebody is in it at this moment
      caught = get(millis);
    }
    return caught;
  }

  private @Nullable String get(long millis) throws InterruptedException {
    try {
      return sprung.get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      return null;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }
}
