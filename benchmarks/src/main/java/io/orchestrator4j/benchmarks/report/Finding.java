package io.orchestrator4j.benchmarks.report;

import io.orchestrator4j.benchmarks.contest.Performance;
import io.orchestrator4j.benchmarks.measure.Segment;
import io.orchestrator4j.benchmarks.measure.Spread;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One figure that a run is about.
 *
 * @param all over all rounds
 * @param quiet over the rounds in which others used little of the machine; null if there was none
 * @param wanted what it is meant to be, in words; empty if nothing is wanted of it
 */
public record Finding(
    String name, String unit, Spread all, @Nullable Spread quiet, String wanted) {

  /** A figure that was taken once or several times. */
  public static Finding of(String name, String unit, List<Double> values, String wanted) {
    return new Finding(name, unit, Spread.of(values), null, wanted);
  }

  /** A figure of one contestant, round by round. */
  public static Finding of(
      String name,
      String unit,
      Performance performance,
      ToDoubleFunction<Segment> figure,
      String wanted) {
    List<Segment> rounds = performance.rounds();
    List<Double> quiet =
        rounds.stream().filter(Segment::isQuiet).map(figure::applyAsDouble).toList();
    return new Finding(name, unit, performance.spread(figure), spread(quiet), wanted);
  }

  /**
   * A figure of one contestant over the same of another one, in the same round, so that what disturbs
   * both cancels out.
   *
   * @param factor what one unit of the first contestant is worth in units of the second
   */
  public static Finding ratio(
      String name,
      Performance ours,
      Performance theirs,
      ToDoubleFunction<Segment> figure,
      double factor,
      String wanted) {
    List<Double> all = IntStream.range(0, ours.rounds().size())
        .mapToObj(round -> factor * ratio(ours, theirs, figure, round))
        .toList();
    List<Double> quiet = IntStream.range(0, ours.rounds().size())
        .filter(round ->
            ours.rounds().get(round).isQuiet() && theirs.rounds().get(round).isQuiet())
        .mapToObj(all::get)
        .toList();
    return new Finding(name, "x", Spread.of(all), spread(quiet), wanted);
  }

  private static double ratio(
      Performance ours, Performance theirs, ToDoubleFunction<Segment> figure, int round) {
    return figure.applyAsDouble(ours.rounds().get(round))
        / figure.applyAsDouble(theirs.rounds().get(round));
  }

  private static @Nullable Spread spread(List<Double> values) {
    return values.isEmpty() ? null : Spread.of(values);
  }
}
