package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.database.StatementTimes;
import io.orchestrator4j.benchmarks.database.StatementTrace;
import io.orchestrator4j.benchmarks.measure.Call;
import io.orchestrator4j.benchmarks.measure.Latencies;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out what single calls cost, of one client and with nothing else at work. Used by one thread. */
final class CallCosts {

  private final DatabaseAddress database;
  private final @Nullable StatementTrace trace;
  private final int repeat;

  CallCosts(DatabaseAddress database, @Nullable StatementTrace trace, int repeat) {
    this.database = database;
    this.trace = trace;
    this.repeat = repeat;
  }

  /** Makes a call, with all that it needs and that is not to be measured. */
  @FunctionalInterface
  interface Preparation {
    Call prepare() throws Exception;
  }

  /** What the server says of calls: statements of each, and how long these took together. */
  record InDatabase(int statements, Latencies time) {}

  /**
   * What calls cost.
   *
   * @param whole how long they took their caller
   * @param inDatabase null where the server's log cannot be read
   */
  record Cost(Latencies whole, @Nullable InDatabase inDatabase) {}

  /** What such calls cost: at first some are made unmeasured, and in the end some with the server's log. */
  Cost of(Preparation preparation) throws Exception {
    var _ = run(prepared(preparation));
    Latencies whole = run(prepared(preparation));
    if (trace == null) {
      return new Cost(whole, null);
    }
    List<Call> calls = prepared(preparation);
    StatementTimes times = trace.times(database, () -> run(calls));
    return new Cost(whole, new InDatabase(times.nanos().size() / repeat, times.together(repeat)));
  }

  private List<Call> prepared(Preparation preparation) throws Exception {
    List<Call> calls = new ArrayList<>();
    for (int i = 0; i < repeat; i++) {
      calls.add(preparation.prepare());
    }
    return calls;
  }

  private static Latencies run(List<Call> calls) throws Exception {
    long[] nanos = new long[calls.size()];
    for (int i = 0; i < nanos.length; i++) {
      long began = System.nanoTime();
      calls.get(i).run();
      nanos[i] = System.nanoTime() - began;
    }
    return Latencies.of(List.of(nanos));
  }
}
