package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.contest.Anchor;
import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.measure.ClosedLoop;
import io.orchestrator4j.benchmarks.measure.Latencies;
import io.orchestrator4j.benchmarks.measure.Meter;
import io.orchestrator4j.benchmarks.measure.Segment;
import io.orchestrator4j.benchmarks.node.ManySteps;
import io.orchestrator4j.benchmarks.node.Node;
import io.orchestrator4j.benchmarks.node.NodeSetup;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.report.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A thousand steps in one process, alone: whether the last ones cost more than the first. */
@Command(
    name = "w1000",
    description = "A thousand steps in one process: whether the last 100 cost more than the first.")
final class ThousandStepsCommand implements Callable<Integer> {

  private static final int ENDS = 100;
  private static final double MEGABYTE = 1e6;

  @Mixin
  private final RunOptions run = new RunOptions();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "7",
      description = "Rounds, besides three to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  /** One process: how much dearer its end was than its beginning, what it wrote, how long it took. */
  private record Outcome(double lastOverFirst, double megabytes, double seconds) {}

  @Override
  public Integer call() throws Exception {
    return run.run("w1000", Map.of("rounds", rounds), this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    Meter meter = server.meter();
    List<Outcome> constant = new ArrayList<>();
    List<Outcome> growing = new ArrayList<>();
    List<Double> overAnchor = new ArrayList<>();
    try (Node node = new Node(server.database("ours"), NodeSetup.usual(), "benchmark", _ -> {});
        Anchor anchor = new Anchor(server.database("anchor"))) {
      for (int round = -2; round <= rounds; round++) {
        double anchorSeconds = commit(anchor, meter) / 1000;
        Outcome flat = process(node, meter, ManySteps.CONSTANT);
        Outcome rising = process(node, meter, ManySteps.GROWING);
        run.progress("round %d: constant %s, growing %s".formatted(round, flat, rising));
        if (round > 0) {
          constant.add(flat);
          growing.add(rising);
          overAnchor.add(flat.seconds() / (ManySteps.STEPS * anchorSeconds));
        }
      }
    }
    return new Report.Results(
        List.of(),
        List.of(
            Finding.of(
                "constant state: last 100 steps over first 100",
                "x",
                constant.stream().map(Outcome::lastOverFirst).toList(),
                "at most 1.1, better 1"),
            Finding.of(
                "growing state: last 100 steps over first 100",
                "x",
                growing.stream().map(Outcome::lastOverFirst).toList(),
                "at most 1.2, better 1"),
            Finding.of(
                "constant state: WAL",
                "MB",
                constant.stream().map(Outcome::megabytes).toList(),
                ""),
            Finding.of(
                "growing state: WAL",
                "MB",
                growing.stream().map(Outcome::megabytes).toList(),
                "at most 3, better 1.5"),
            Finding.of(
                "constant state: elapsed",
                "s",
                constant.stream().map(Outcome::seconds).toList(),
                ""),
            Finding.of(
                "constant state: elapsed over 1000 x the anchor's p50 alone",
                "x",
                overAnchor,
                "at most 1.5")));
  }

  /** The anchor's latency alone, in milliseconds. */
  private static double commit(Anchor anchor, Meter meter) throws Exception {
    ClosedLoop loop = new ClosedLoop(1, Duration.ofSeconds(1));
    try (ClosedLoop.Ready ready = loop.prepare(anchor::client)) {
      return meter.measure(ready::run).p50();
    }
  }

  private static Outcome process(Node node, Meter meter, String workflow) throws Exception {
    Segment segment = meter.measure(() -> {
      long began = System.nanoTime();
      node.run(workflow);
      long taken = System.nanoTime() - began;
      return new ClosedLoop.Result(
          1, Duration.ofNanos(taken), Latencies.of(List.of(new long[] {taken})));
    });
    List<Long> begun = node.manySteps().takeTimes();
    if (begun.size() != ManySteps.STEPS) {
      throw new IllegalStateException(
          "%d steps have run; expected %d".formatted(begun.size(), ManySteps.STEPS));
    }
    double first = begun.get(ENDS) - begun.getFirst();
    double last = begun.getLast() - begun.get(ManySteps.STEPS - 1 - ENDS);
    return new Outcome(last / first, segment.walBytes() / MEGABYTE, segment.seconds());
  }
}
