package io.orchestrator4j.chaos.scenario;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * One process of a run.
 *
 * @param number which one; its form carries it, so that it is found again in the database
 * @param life of which subscription's life it is a part; 0 where it has nothing to do with subscriptions
 * @param failures how often its failing step fails
 * @param millis how long the system outside takes for its calls
 * @param flaky whether the first call does its work and then answers with an error
 * @param twice whether its question is answered by two people at once
 */
public record Scenario(
    int number, Kind kind, int life, int failures, int millis, boolean flaky, boolean twice) {

  /** How often a step fails that always does. */
  public static final int ALWAYS = 1_000_000;

  private static final List<Kind> SINGLE =
      Arrays.stream(Kind.values()).filter(kind -> !kind.isOnSubscription()).toList();
  private static final List<Kind> ENDS = List.of(
      Kind.TERMINATE,
      Kind.MODIFY_BREAK,
      Kind.TERMINATE,
      Kind.MODIFY_WAIT,
      Kind.TERMINATE,
      Kind.MODIFY_ABORT);
  private static final int LONGEST_CALL_MILLIS = 400;

  // as many lives as share places, and how many places these have among them
  private static final int NEIGHBOURS = 3;
  private static final int PLACES = 1_000;

  /** The first of the places that its subscription contends for with others. */
  public int places() {
    return life / NEIGHBOURS * PLACES;
  }

  /**
   * The processes of a run; the same seed gives the same ones. The parts of a life follow one another: at first the
   * creation, at last what becomes of the subscription.
   */
  public static List<Scenario> of(RandomGenerator random, int count) {
    List<List<Kind>> units = units(count);
    Collections.shuffle(units, Random.from(random));
    List<Scenario> scenarios = new ArrayList<>(count);
    int lives = 0;
    for (List<Kind> unit : units) {
      int life = unit.size() > 1 ? ++lives : 0;
      for (Kind kind : unit) {
        scenarios.add(one(scenarios.size(), kind, life, random));
      }
    }
    return List.copyOf(scenarios);
  }

  private static List<List<Kind>> units(int count) {
    List<List<Kind>> units = new ArrayList<>();
    int left = count;
    for (int i = 0; left > 0; i++) {
      List<Kind> unit = i % (SINGLE.size() + 1) == SINGLE.size()
          ? life(ENDS.get(i / (SINGLE.size() + 1) % ENDS.size()))
          : List.of(SINGLE.get(i % SINGLE.size()));
      units.add(unit.size() <= left ? unit : List.of(Kind.COUNT));
      left -= units.getLast().size();
    }
    return units;
  }

  private static List<Kind> life(Kind end) {
    return List.of(Kind.CREATE, Kind.MODIFY, Kind.MODIFY, Kind.VALIDATE, Kind.MODIFY, end);
  }

  private static Scenario one(int number, Kind kind, int life, RandomGenerator random) {
    int failures = switch (kind) {
      case FAIL -> 1 + random.nextInt(2);
      case BREAK, MODIFY_BREAK -> ALWAYS;
      case COUNT, COUNT_LONG, CALL, EFFECT, ASK, WAIT, ABORT -> 0;
      case CREATE, MODIFY, VALIDATE, TERMINATE, MODIFY_WAIT, MODIFY_ABORT -> 0;
    };
    int millis = random.nextBoolean() ? random.nextInt(LONGEST_CALL_MILLIS) : 0;
    return new Scenario(
        number,
        kind,
        life,
        failures,
        kind.end() == Kind.End.ABORTED ? LONGEST_CALL_MILLIS : millis,
        kind == Kind.CALL && random.nextInt(4) == 0,
        random.nextBoolean());
  }
}
