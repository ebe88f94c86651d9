package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.jvm.OtherJvm;
import io.orchestrator4j.benchmarks.node.Blocking;
import io.orchestrator4j.benchmarks.node.Journal;
import io.orchestrator4j.benchmarks.node.Node;
import io.orchestrator4j.benchmarks.node.NodeSetup;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.report.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many processes at once on one node, each of which waits a second in its only step. */
@Command(
    name = "fanout",
    description =
        "10,000 processes at once on one node, each waiting 1 s in its only step; heap of 512 MiB.")
final class FanOutCommand implements Callable<Integer> {

  private static final List<String> HEAP = List.of("-Xmx512m");

  @Mixin
  private final RunOptions run = new RunOptions();

  @Option(
      names = "--processes",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int processes;

  @Option(
      names = "--starters",
      paramLabel = "N",
      defaultValue = "256",
      description = "Clients that start them (default: ${DEFAULT-VALUE}).")
  private int starters;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds, besides one to warm up (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Option(names = "--here", hidden = true, description = "In this JVM, whatever its heap.")
  private boolean here;

  @Override
  public Integer call() throws Exception {
    if (!here) {
      return OtherJvm.instead(HEAP, Benchmarks.class, run.again("--here"));
    }
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("processes", processes);
    parameters.put("starters", starters);
    parameters.put("rounds", rounds);
    return run.run("fanout", parameters, this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    DatabaseAddress database = server.database("ours");
    List<Double> seconds = new ArrayList<>();
    List<Double> starting = new ArrayList<>();
    try (Node node = new Node(database, NodeSetup.usual(), "benchmark", _ -> {});
        HeapUse heap = new HeapUse()) {
      for (int round = 0; round <= rounds; round++) {
        long began = System.nanoTime();
        Starters.startAll(node, Blocking.SECOND, processes, starters);
        double started = (System.nanoTime() - began) / 1e9;
        node.awaitQuiet();
        double elapsed = (System.nanoTime() - began) / 1e9;
        run.progress("%s: all started after %.2f s, all completed after %.2f s"
            .formatted(round == 0 ? "warm-up" : "round " + round, started, elapsed));
        if (round > 0) {
          seconds.add(elapsed);
          starting.add(started);
        }
      }
      requireAll(database);
      return new Report.Results(
          List.of(),
          List.of(
              Finding.of("until all are completed", "s", seconds, "at most 2, better 1.5"),
              Finding.of("until all are started", "s", starting, ""),
              Finding.of("heap in use, at most", "MiB", List.of(heap.most()), "at most 512"),
              Finding.of(
                  "heap in use after a collection, at most",
                  "MiB",
                  List.of(heap.mostAfterCollection()),
                  "")));
    }
  }

  private void requireAll(DatabaseAddress database) throws Exception {
    long expected = (long) processes * (rounds + 1);
    long completed = new Journal(database).processes("completed");
    if (completed != expected) {
      throw new IllegalStateException(
          "%d processes are completed; expected %d".formatted(completed, expected));
    }
  }
}
