package io.orchestrator4j.chaos.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class ScenarioTest {

  private static List<Scenario> scenarios(long seed, int count) {
    return Scenario.of(new SplittableRandom(seed), count);
  }

  @Test
  void theSameSeedGivesTheSameProcessesAndAnotherOneOthers() {
    assertThat(scenarios(7, 300)).isEqualTo(scenarios(7, 300)).isNotEqualTo(scenarios(8, 300));
  }

  @Test
  void thereAreAsManyAsAskedForNumberedInTheirOrderAndOfEachKind() {
    List<Scenario> scenarios = scenarios(7, 301);

    assertThat(scenarios).hasSize(301);
    assertThat(scenarios).extracting(Scenario::number).isSorted().doesNotHaveDuplicates();
    assertThat(scenarios).extracting(Scenario::kind).containsAll(Arrays.asList(Kind.values()));
  }

  @Test
  void aLifeBeginsWithItsCreationAndGoesOnWithChangesThatMeet() {
    Map<Integer, List<Kind>> lives = scenarios(7, 300).stream()
        .filter(scenario -> scenario.kind().isOnSubscription())
        .collect(Collectors.groupingBy(
            Scenario::life, Collectors.mapping(Scenario::kind, Collectors.toList())));

    assertThat(lives).hasSize(20).doesNotContainKey(0);
    lives
        .values()
        .forEach(life -> assertThat(life)
            .hasSize(6)
            .startsWith(Kind.CREATE)
            .filteredOn(kind -> kind == Kind.MODIFY)
            .hasSize(3));
  }

  @Test
  void neighboursContendForPlaces() {
    Map<Integer, Long> lives = scenarios(7, 300).stream()
        .filter(scenario -> scenario.kind() == Kind.CREATE)
        .collect(Collectors.groupingBy(Scenario::places, Collectors.counting()));

    assertThat(lives.values()).contains(3L).allMatch(count -> count <= 3);
  }
}
