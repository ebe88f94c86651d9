package io.orchestrator4j.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is ready to be committed, for the lanes that do it. A lane that finds the others at rest takes whatever there
 * is, so that a change alone never waits for company. While another one is at work, it waits for many: two small
 * commits at once cost more than one of both, and two large ones keep all processors busy. Thread-safe.
 */
final class CommitQueue<T> {

  private static final int MOST_TOGETHER = 256;

  private final int many;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition ready = lock.newCondition();
  private final ArrayDeque<T> waiting = new ArrayDeque<>();
  private int atWork;

  /** A queue with a number from which on changes are worth a commit beside another one. */
  CommitQueue(int many) {
    this.many = many;
  }

  void add(T pending) {
    lock.lock();
    try {
      waiting.add(pending);
      if (isReady()) {
        ready.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Waits for changes to commit together; whoever has them says when they are {@link #done}. */
  List<T> take() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (!isReady()) {
        ready.await();
      }
      List<T> batch = new ArrayList<>(Math.min(waiting.size(), MOST_TOGETHER));
      while (batch.size() < MOST_TOGETHER && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
      atWork++;
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** What was taken is committed. */
  void done() {
    lock.lock();
    try {
      atWork--;
      if (isReady()) {
        ready.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** Takes out all that nobody has taken. */
  List<T> drain() {
    lock.lock();
    try {
      List<T> left = List.copyOf(waiting);
      waiting.clear();
      return left;
    } finally {
      lock.unlock();
    }
  }

  private boolean isReady() {
    return !waiting.isEmpty() && (atWork == 0 || waiting.size() >= many);
  }
}
