package io.orchestrator4j.chaos.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * One process of a run.
 *
 * @param number which one; its form carries it, so that it is found again in the database
 * @param failures how often its failing step fails
 * @param millis how long the system outside takes for its calls
 * @param flaky whether the first call does its work and then answers with an error
 * @param twice whether its question is answered by two people at once
 */
public record Scenario(
    int number, Kind kind, int failures, int millis, boolean flaky, boolean twice) {

  /** How often a step fails that always does. */
  public static final int ALWAYS = 1_000_000;

  private static final List<Kind> ALL = List.of(Kind.values());
  private static final int LONGEST_CALL_MILLIS = 400;

  /** The processes of a run; the same seed gives the same ones. */
  public static List<Scenario> of(RandomGenerator random, int count) {
    List<Kind> kinds = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      kinds.add(ALL.get(i % ALL.size()));
    }
    Collections.shuffle(kinds, Random.from(random));
    List<Scenario> scenarios = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      scenarios.add(one(i, kinds.get(i), random));
    }
    return List.copyOf(scenarios);
  }

  private static Scenario one(int number, Kind kind, RandomGenerator random) {
    int failures = switch (kind) {
      case FAIL -> 1 + random.nextInt(2);
      case BREAK -> ALWAYS;
      case COUNT, COUNT_LONG, CALL, EFFECT, ASK, WAIT, ABORT -> 0;
    };
    int millis = random.nextBoolean() ? random.nextInt(LONGEST_CALL_MILLIS) : 0;
    return new Scenario(
        number,
        kind,
        failures,
        kind == Kind.ABORT ? LONGEST_CALL_MILLIS : millis,
        kind == Kind.CALL && random.nextInt(4) == 0,
        random.nextBoolean());
  }
}
