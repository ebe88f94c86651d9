package io.orchestrator4j.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.benchmarks.contest.Performance;
import io.orchestrator4j.benchmarks.contest.Tally;
import io.orchestrator4j.benchmarks.measure.Segment;
import io.orchestrator4j.benchmarks.measure.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FindingTest {

  @Test
  void aRatioIsTakenRoundByRound() {
    Performance ours = performance(segment(100, 0), segment(50, 0), segment(300, 0));
    Performance anchor = performance(segment(600, 0), segment(100, 0), segment(900, 0));

    Finding finding = Finding.ratio("rate", ours, anchor, Segment::rate, 6, "");

    assertThat(finding.all()).isEqualTo(new Spread(2, 1, 3, 3));
    assertThat(finding.quiet()).isEqualTo(finding.all());
  }

  @Test
  void aRoundIsQuietWhereBothWere() {
    Performance ours = performance(segment(1, 0.15), segment(2, 0.16), segment(3, 0));
    Performance peer = performance(segment(1, 0), segment(1, 0), segment(1, 0.5));

    Finding finding = Finding.ratio("rate", ours, peer, Segment::rate, 1, "");

    assertThat(finding.all().count()).isEqualTo(3);
    assertThat(finding.quiet()).isEqualTo(new Spread(1, 1, 1, 1));
  }

  @Test
  void withoutAQuietRoundThereIsNoQuietFigure() {
    Performance ours = performance(segment(1, 0.9));

    assertThat(Finding.of("rate", "/s", ours, Segment::rate, "").quiet()).isNull();
  }

  private static Performance performance(Segment... rounds) {
    return new Performance("somebody", 1, 5, List.of(rounds), null, new Tally(0, 0));
  }

  private static Segment segment(double rate, double foreign) {
    return new Segment(1, 1, rate, 1, 1, 1, 1, 1, 1, foreign);
  }
}
