package io.orchestrator4j.engine;

import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.StatementRefused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far steps are: takes their words at once and writes the last of each, all together and at most
 * once per second, on a thread of its own. A step neither waits for it nor fails by it. Thread-safe.
 */
final class StepProgress implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(StepProgress.class);
  private static final long BETWEEN = Duration.ofSeconds(1).toNanos();

  private final ProgressTable table;
  private final ScheduledThreadPoolExecutor writer;
  private final Map<ProcessId, ProgressTable.Report> unwritten = new HashMap<>();
  private final Set<ProcessId> written = new HashSet<>();
  private final Set<ProcessId> ended = new HashSet<>();
  private boolean scheduled;
  private long lastWriting = System.nanoTime() - BETWEEN;

  StepProgress(ProgressTable table) {
    this.table = table;
    this.writer = new ScheduledThreadPoolExecutor(
        1, Thread.ofPlatform().name("orchestrator-progress").daemon().factory());
    writer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
  }

  /** The last word of a step that runs. */
  synchronized void report(ProgressTable.Report report) {
    unwritten.put(report.processId(), report);
    schedule();
  }

  /** The step has ended; what it said is of no interest any more. */
  synchronized void ended(ProcessId processId) {
    unwritten.remove(processId);
    if (written.remove(processId)) {
      ended.add(processId);
      schedule();
    }
  }

  private void schedule() {
    if (scheduled) {
      return;
    }
    try {
      long wait = Math.max(0, lastWriting + BETWEEN - System.nanoTime());
      Future<?> _ = writer.schedule(this::write, wait, TimeUnit.NANOSECONDS);
      scheduled = true;
    } catch (RejectedExecutionException _) {
      // the node stops, and its steps with it
    }
  }

  private void write() {
    List<ProgressTable.Report> reports;
    List<ProcessId> gone;
    synchronized (this) {
      scheduled = false;
      lastWriting = System.nanoTime();
      reports = new ArrayList<>(unwritten.values());
      unwritten.clear();
      reports.forEach(report -> written.add(report.processId()));
      gone = new ArrayList<>(ended);
      ended.clear();
      gone.removeIf(written::contains);
    }
    try {
      table.write(reports);
      table.delete(gone);
    } catch (DatabaseUnavailable e) {
      LOG.debug("Progress of {} steps is not written yet", reports.size(), e);
      again(reports, gone);
    } catch (StatementRefused e) {
      LOG.warn("Progress of {} steps is not shown", reports.size(), e);
    }
  }

  private synchronized void again(List<ProgressTable.Report> reports, List<ProcessId> gone) {
    for (ProgressTable.Report report : reports) {
      if (written.contains(report.processId())) {
        unwritten.putIfAbsent(report.processId(), report);
      }
    }
    ended.addAll(gone);
    schedule();
  }

  @Override
  public void close() {
    writer.shutdownNow();
  }
}
