package io.orchestrator4j.node;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long a node may still believe that it is not taken for dead, by its own monotonic clock: from before its last
 * successful heartbeat was sent. Past it a node begins no step. Thread-safe.
 */
public final class Lease {

  private final long length;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private volatile long validUntil;
  private volatile boolean lost;
  private long steadySince;

  /** A lease that begins with a heartbeat that was sent at this {@link System#nanoTime}. */
  Lease(Duration length, long sentAt) {
    this.length = length.toNanos();
    this.validUntil = sentAt + this.length;
    this.steadySince = sentAt;
  }

  /** Whether the node may begin a step. */
  public boolean isValid() {
    return !lost && System.nanoTime() - validUntil < 0;
  }

  /** Whether the node was taken for dead: it will never be valid again. */
  public boolean isLost() {
    return lost;
  }

  /**
   * Waits until the node may begin a step.
   *
   * @return false if it was taken for dead and never may again
   */
  public boolean awaitValid() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isValid() && !lost) {
        changed.await();
      }
      return !lost;
    } finally {
      lock.unlock();
    }
  }

  /** Whether heartbeats have succeeded without a gap for as long as a lease, so that the silence of others means something. */
  boolean isSteady() {
    lock.lock();
    try {
      return isValid() && System.nanoTime() - steadySince >= length;
    } finally {
      lock.unlock();
    }
  }

  /** A heartbeat that was sent then has arrived. */
  void renew(long sentAt) {
    lock.lock();
    try {
      if (System.nanoTime() - validUntil >= 0) {
        steadySince = sentAt;
      }
      validUntil = sentAt + length;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** A heartbeat has not arrived, as far as is known. */
  void miss() {
    lock.lock();
    try {
      steadySince = System.nanoTime();
    } finally {
      lock.unlock();
    }
  }

  /** The node was taken for dead. */
  void lose() {
    lock.lock();
    try {
      lost = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until the lease runs out or is lost; to be asked again after it was renewed. */
  void awaitEnd() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = validUntil - System.nanoTime();
      while (left > 0 && !lost) {
        boolean _ = changed.awaitNanos(left) > 0;
        left = validUntil - System.nanoTime();
      }
    } finally {
      lock.unlock();
    }
  }
}
