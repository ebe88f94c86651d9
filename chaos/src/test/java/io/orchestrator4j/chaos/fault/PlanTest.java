package io.orchestrator4j.chaos.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PlanTest {

  private static final Duration TIME = Duration.ofSeconds(100);
  private static final Duration LEASE = Duration.ofSeconds(2);

  private static Plan plan(long seed, int faults) {
    return Plan.of(new SplittableRandom(seed), TIME, faults, LEASE);
  }

  @Test
  void theSameSeedGivesTheSamePlanAndAnotherOneAnother() {
    assertThat(plan(7, 50)).isEqualTo(plan(7, 50)).isNotEqualTo(plan(8, 50));
  }

  @Test
  void faultsComeInTheOrderOfTimeWithinTheTimeGiven() {
    assertThat(plan(7, 50).entries())
        .hasSize(50)
        .extracting(Plan.Entry::at)
        .isSorted()
        .allMatch(at -> at.compareTo(TIME) < 0);
  }

  @Test
  void everyKindOfFaultComesWhereThereAreEnough() {
    assertThat(plan(7, 16).entries())
        .extracting(entry -> entry.fault().getClass())
        .doesNotHaveDuplicates()
        .hasSize(Fault.class.getPermittedSubclasses().length);
  }
}
