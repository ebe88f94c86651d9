package io.orchestrator4j.benchmarks.contest;

import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.ExecutedStatements;
import io.orchestrator4j.benchmarks.database.StatementTrace;
import io.orchestrator4j.benchmarks.measure.ClosedLoop;
import io.orchestrator4j.benchmarks.measure.Meter;
import io.orchestrator4j.benchmarks.measure.Segment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets contestants work in turns. What each of them acknowledged is held against what its database
 * has at the end. Used by one thread.
 */
public final class Contest {

  private static final Duration TRACED = Duration.ofMillis(500);

  private final BenchmarkServer server;
  private final Meter meter;
  private final Schedule schedule;
  private final Consumer<String> progress;
  private final Map<Contestant, Long> acknowledged = new LinkedHashMap<>();

  public Contest(
      BenchmarkServer server, Meter meter, Schedule schedule, Consumer<String> progress) {
    this.server = server;
    this.meter = meter;
    this.schedule = schedule;
    this.progress = progress;
  }

  /**
   * Lets these contestants warm up, then work in turns.
   *
   * @throws IllegalStateException if a database does not have what was acknowledged
   */
  public List<Performance> hold(List<Contestant> contestants) throws Exception {
    for (Contestant contestant : contestants) {
      warmUp(contestant);
    }
    Map<Contestant, List<Segment>> segments = new LinkedHashMap<>();
    for (int round = 1; round <= schedule.rounds(); round++) {
      for (Contestant contestant : contestants) {
        Segment segment = turn(contestant, schedule.turn());
        segments.computeIfAbsent(contestant, _ -> new ArrayList<>()).add(segment);
        progress.accept("round %d: %-12s %,10.0f/s, p50 %.2f ms, p99 %.2f ms, others used %.0f %%"
            .formatted(
                round,
                contestant.name(),
                segment.rate(),
                segment.p50(),
                segment.p99(),
                100 * segment.foreign()));
      }
    }
    List<Performance> performances = new ArrayList<>();
    for (Contestant contestant : contestants) {
      Statements statements = trace(contestant);
      Tally tally = tally(contestant);
      performances.add(new Performance(
          contestant.name(),
          contestant.clients(schedule.clients()),
          contestant.stepsPerUnit(),
          segments.getOrDefault(contestant, List.of()),
          statements,
          tally));
    }
    return performances;
  }

  /** Lets a contestant work before anything is measured, and says how fast it was. */
  public double warmUp(Contestant contestant) throws Exception {
    if (schedule.warmUp().isZero()) {
      return 0;
    }
    Segment segment = turn(contestant, schedule.warmUp());
    progress.accept("warm-up: %-12s %,10.0f/s".formatted(contestant.name(), segment.rate()));
    return segment.rate();
  }

  private Segment turn(Contestant contestant, Duration length) throws Exception {
    ClosedLoop loop = new ClosedLoop(contestant.clients(schedule.clients()), length);
    try (ClosedLoop.Ready ready = loop.prepare(contestant::client)) {
      Segment segment = meter.measure(ready::run);
      acknowledged.merge(contestant, segment.done(), Long::sum);
      return segment;
    } finally {
      contestant.rest();
    }
  }

  private @Nullable Statements trace(Contestant contestant) throws Exception {
    StatementTrace trace = server.trace();
    if (trace == null) {
      return null;
    }
    long[] done = new long[1];
    ExecutedStatements executed = trace.of(contestant.database(), () -> {
      done[0] = turn(contestant, TRACED).done();
      return done[0];
    });
    return Statements.of(executed, done[0]);
  }

  private Tally tally(Contestant contestant) throws Exception {
    long units = acknowledged.getOrDefault(contestant, 0L);
    Tally tally = new Tally(units * contestant.stepsPerUnit(), contestant.storedSteps());
    if (!tally.isRight()) {
      throw new IllegalStateException(
          "%s acknowledged %d steps, but its database has %d; expected the same number"
              .formatted(contestant.name(), tally.acknowledged(), tally.stored()));
    }
    return tally;
  }
}
