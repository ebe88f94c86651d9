package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.jvm.OtherJvm;
import io.orchestrator4j.benchmarks.measure.Latencies;
import io.orchestrator4j.benchmarks.node.Blocking;
import io.orchestrator4j.benchmarks.node.Journal;
import io.orchestrator4j.benchmarks.node.Node;
import io.orchestrator4j.benchmarks.node.NodeProgram;
import io.orchestrator4j.benchmarks.node.NodeSetup;
import io.orchestrator4j.benchmarks.node.Times;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.report.Report;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From a start on a node that only takes operations to the first step on another node. */
@Command(
    name = "handover",
    description = "From a start on one node to the first step on another one, in another JVM.")
final class HandoverCommand implements Callable<Integer> {

  private static final int WARM_UP = 100;
  private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

  @Mixin
  private final RunOptions run = new RunOptions();

  @Option(
      names = "--starts",
      paramLabel = "N",
      defaultValue = "400",
      description =
          "How many processes are started, one after the other, at irregular intervals (default: ${DEFAULT-VALUE}).")
  private int starts;

  @Override
  public Integer call() throws Exception {
    return run.run("handover", Map.of("starts", starts), this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    DatabaseAddress database = server.database("ours");
    NodeSetup setup = NodeSetup.usual();
    Journal journal = new Journal(database);
    try (Node taking = new Node(database, setup.withoutWork(), "api", _ -> {});
        OtherJvm _ = NodeProgram.launch(database, setup, "worker", Long.MAX_VALUE)) {
      start(taking, WARM_UP);
      Map<UUID, Long> started = start(taking, starts);
      Waiting.until("all processes are completed", () -> journal.processesNot("completed") == 0);
      long[] nanos = journal.waits().stream()
          .filter(wait -> started.containsKey(wait.processId()))
          .mapToLong(wait -> 1000 * (wait.begun() - started.getOrDefault(wait.processId(), 0L)))
          .toArray();
      Latencies latencies = Latencies.of(List.of(nanos));
      if (latencies.count() != starts) {
        throw new IllegalStateException("The journal has the step of %d processes; expected %d"
            .formatted(latencies.count(), starts));
      }
      return new Report.Results(
          List.of(),
          List.of(
              Finding.of(
                  "p50 from start to first step on the other node",
                  "ms",
                  List.of(latencies.millis(0.5)),
                  "at most 30, better 10"),
              Finding.of("p99", "ms", List.of(latencies.millis(0.99)), ""),
              Finding.of("longest", "ms", List.of(latencies.millis(1)), "")));
    }
  }

  private static Map<UUID, Long> start(Node node, int times) throws InterruptedException {
    Map<UUID, Long> started = new HashMap<>();
    for (int i = 0; i < times; i++) {
      long now = Times.now();
      started.put(node.start(Blocking.NOTHING).value(), now);
      Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE.toMillis()));
    }
    return started;
  }
}
