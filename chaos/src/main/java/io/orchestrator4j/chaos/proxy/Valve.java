package io.orchestrator4j.chaos.proxy;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets bytes through, or none, as a cable that nobody knows to be cut. Thread-safe. */
final class Valve {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private boolean open = true;

  void set(boolean nowOpen) {
    lock.lock();
    try {
      open = nowOpen;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void awaitOpen() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!open) {
        changed.await();
      }
    } finally {
      lock.unlock();
    }
  }
}
