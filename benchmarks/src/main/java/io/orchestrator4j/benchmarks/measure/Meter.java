package io.orchestrator4j.benchmarks.measure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;

/** Measures what work costs this machine. */
public final class Meter {

  private static final double MEDIAN = 0.5;
  private static final double TAIL = 0.99;

  private final Counters counters;
  private final long postmaster;
  private final List<Long> programs =
      new CopyOnWriteArrayList<>(List.of(ProcessHandle.current().pid()));

  /** Counts what PostgreSQL does; exact at the moment of the call. */
  public interface Counters {

    /** The numbers so far. */
    Reading read();

    /** Numbers since the beginning of the cluster. */
    record Reading(long writeTransactions, long walBytes) {}
  }

  /**
   * A meter for a PostgreSQL.
   *
   * @param postmaster the process of which all others of PostgreSQL are children
   */
  public Meter(Counters counters, long postmaster) {
    this.counters = counters;
    this.postmaster = postmaster;
  }

  /** Counts another JVM among those that are measured. */
  public void add(long pid) {
    programs.add(pid);
  }

  /** What this work costs. */
  public Segment measure(Callable<ClosedLoop.Result> work) throws Exception {
    Counters.Reading before = counters.read();
    ProcessorTime used = ProcessorTime.now(programs, postmaster);
    long began = System.nanoTime();
    ClosedLoop.Result result = work.call();
    Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
    ProcessorTime time = ProcessorTime.now(programs, postmaster).since(used);
    Counters.Reading after = counters.read();
    double units = Math.max(1, result.done());
    double seconds = ProcessorTime.seconds(result.elapsed());
    return new Segment(
        result.done(),
        seconds,
        result.done() / seconds,
        result.latencies().millis(MEDIAN),
        result.latencies().millis(TAIL),
        ProcessorTime.seconds(time.program()) * 1e6 / units,
        ProcessorTime.seconds(time.postgres()) * 1e6 / units,
        (after.writeTransactions() - before.writeTransactions()) / units,
        (after.walBytes() - before.walBytes()) / units,
        time.foreign(elapsed));
  }
}
