package io.orchestrator4j.chaos.fault;

import io.orchestrator4j.chaos.proxy.Kind;
import io.orchestrator4j.chaos.proxy.Point;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When which fault happens.
 *
 * @param entries in the order of time
 */
public record Plan(List<Entry> entries) {

  /**
   * One fault.
   *
   * @param at how long after the beginning
   * @param restartMillis when a node that it ends is started again, after that
   */
  public record Entry(Duration at, Fault fault, long restartMillis) {}

  private static final int LONGEST_RESTART_LEASES = 2;
  private static final int MOST_TO_PASS = 30;

  // how often a kind of fault comes, against the others
  private enum Choice {
    KILL(12),
    KILL_AT(24),
    FREEZE(8),
    FREEZE_AT(8),
    STOP(4),
    CUT(6),
    CUT_AT(14),
    HOLD_AT(6),
    LATE_AT(8),
    DRAIN(4),
    PAUSE(3),
    STALL(8),
    EXHAUST(3),
    RESTART_DATABASE(3),
    KILL_DATABASE(5),
    FAIL_OVER(3);

    private final int weight;

    Choice(int weight) {
      this.weight = weight;
    }

    private static Choice any(RandomGenerator random) {
      int total = 0;
      for (Choice choice : values()) {
        total += choice.weight;
      }
      int left = random.nextInt(total);
      for (Choice choice : values()) {
        left -= choice.weight;
        if (left < 0) {
          return choice;
        }
      }
      return KILL;
    }

    private Fault fault(RandomGenerator random) {
      return switch (this) {
        case KILL -> new Fault.Kill(node(random));
        case KILL_AT -> new Fault.KillAt(point(random), toPass(random), node(random));
        case FREEZE -> new Fault.Freeze(node(random), leases(random));
        case FREEZE_AT ->
          new Fault.FreezeAt(point(random), toPass(random), node(random), leases(random));
        case STOP -> new Fault.Stop(node(random));
        case CUT -> new Fault.Cut(node(random));
        case CUT_AT -> new Fault.CutAt(point(random), toPass(random), node(random));
        case HOLD_AT ->
          new Fault.HoldAt(point(random), toPass(random), node(random), leases(random));
        case LATE_AT -> new Fault.LateAt(kind(random), toPass(random), node(random));
        case DRAIN -> new Fault.Drain(node(random), leases(random));
        case PAUSE -> new Fault.Pause(leases(random));
        case STALL -> new Fault.Stall(node(random), leases(random));
        case EXHAUST -> new Fault.Exhaust(leases(random));
        case RESTART_DATABASE -> new Fault.RestartDatabase();
        case KILL_DATABASE -> new Fault.KillDatabase();
        case FAIL_OVER -> new Fault.FailOver();
      };
    }
  }

  public Plan {
    entries = List.copyOf(entries);
  }

  /** The plan of a seed: so many faults, spread over the time; of each kind at least one, if there are enough. */
  public static Plan of(RandomGenerator random, Duration time, int faults, Duration lease) {
    List<Choice> choices = new ArrayList<>();
    if (faults >= Choice.values().length) {
      choices.addAll(List.of(Choice.values()));
    }
    while (choices.size() < faults) {
      choices.add(Choice.any(random));
    }
    shuffle(choices, random);
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < faults; i++) {
      double share = (i + random.nextDouble()) / faults;
      long restart = random.nextLong(LONGEST_RESTART_LEASES * lease.toMillis() + 1);
      entries.add(new Entry(
          Duration.ofMillis((long) (time.toMillis() * share)),
          choices.get(i).fault(random),
          restart));
    }
    return new Plan(entries);
  }

  private static void shuffle(List<Choice> choices, RandomGenerator random) {
    for (int i = choices.size() - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      Choice choice = choices.get(i);
      choices.set(i, choices.get(j));
      choices.set(j, choice);
    }
  }

  // more than there are nodes: whoever carries the fault out takes the remainder
  private static int node(RandomGenerator random) {
    return random.nextInt(1 << 16);
  }

  private static int toPass(RandomGenerator random) {
    return random.nextInt(MOST_TO_PASS);
  }

  // from a little less than a lease, which must do no harm, to more than two
  private static double leases(RandomGenerator random) {
    return 0.7 + 2 * random.nextDouble();
  }

  private static Point point(RandomGenerator random) {
    return new Point(
        kind(random),
        random.nextBoolean() ? Point.Moment.BEFORE_COMMIT : Point.Moment.BEFORE_ANSWER);
  }

  private static Kind kind(RandomGenerator random) {
    List<Kind> kinds = List.of(Kind.values());
    return random.nextBoolean() ? Kind.CHECKPOINT : kinds.get(random.nextInt(kinds.size()));
  }
}
