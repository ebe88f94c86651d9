package io.orchestrator4j.benchmarks.contest;

import io.orchestrator4j.benchmarks.measure.Segment;
import io.orchestrator4j.benchmarks.measure.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a contestant did, round by round.
 *
 * @param statements null where the server's log cannot be read
 */
public record Performance(
    String contestant,
    int clients,
    int stepsPerUnit,
    List<Segment> rounds,
    @Nullable Statements statements,
    Tally tally) {

  public Performance {
    rounds = List.copyOf(rounds);
  }

  /** A figure over all rounds. */
  public Spread spread(ToDoubleFunction<Segment> figure) {
    return Spread.of(rounds.stream().map(figure::applyAsDouble).toList());
  }
}
