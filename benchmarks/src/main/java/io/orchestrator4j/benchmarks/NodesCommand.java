package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.jvm.OtherJvm;
import io.orchestrator4j.benchmarks.node.Blocking;
import io.orchestrator4j.benchmarks.node.Journal;
import io.orchestrator4j.benchmarks.node.Node;
import io.orchestrator4j.benchmarks.node.NodeProgram;
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

/** Several nodes against one, each in a JVM of its own, with steps that wait a second. */
@Command(
    name = "nodes",
    description = "Three nodes against one: steps that wait 1 s, at most 300 of them on each node.")
final class NodesCommand implements Callable<Integer> {

  private static final int NODES = 3;
  private static final int STARTERS = 32;
  // what lies between a fifth and four fifths of all completions was done by all nodes together
  private static final int FIFTHS = 5;

  @Mixin
  private final RunOptions run = new RunOptions();

  @Option(
      names = "--running",
      paramLabel = "N",
      defaultValue = "300",
      description = "How many processes a node runs at once (default: ${DEFAULT-VALUE}).")
  private int running;

  @Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "10",
      description = "How long there is work in a round (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("running", running);
    parameters.put("seconds", seconds);
    parameters.put("rounds", rounds);
    return run.run("nodes", parameters, this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    List<Double> one = new ArrayList<>();
    List<Double> all = new ArrayList<>();
    List<Double> ratios = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      double alone = rate(server, 1);
      double together = rate(server, NODES);
      run.progress(
          "round %d: one node %.0f/s, %d nodes %.0f/s".formatted(round, alone, NODES, together));
      one.add(alone);
      all.add(together);
      ratios.add(together / alone);
    }
    return new Report.Results(
        List.of(),
        List.of(
            Finding.of("three nodes over one", "x", ratios, "at least 2.7, better 2.95"),
            Finding.of("one node", "/s", one, ""),
            Finding.of("three nodes", "/s", all, "")));
  }

  private double rate(BenchmarkServer server, int nodes) throws Exception {
    DatabaseAddress database = server.database("ours");
    NodeSetup setup = NodeSetup.usual();
    List<OtherJvm> workers = new ArrayList<>();
    try (Node taking = new Node(database, setup.withoutWork(), "api", _ -> {})) {
      try {
        for (int i = 1; i <= nodes; i++) {
          workers.add(NodeProgram.launch(
              database, setup.withRunning(running), "worker-" + i, Long.MAX_VALUE));
        }
        int processes = nodes * running * seconds;
        Starters.startAll(taking, Blocking.SECOND, processes, STARTERS);
        Journal journal = new Journal(database);
        Waiting.until("all processes are completed", () -> journal.processesNot("completed") == 0);
        return middleRate(journal.waits(), processes);
      } finally {
        workers.forEach(OtherJvm::close);
      }
    }
  }

  private static double middleRate(List<Journal.Wait> waits, int expected) {
    if (waits.size() != expected) {
      throw new IllegalStateException(
          "The journal has %d steps; expected %d".formatted(waits.size(), expected));
    }
    long[] ends = waits.stream().mapToLong(Journal.Wait::ended).sorted().toArray();
    int from = expected / FIFTHS;
    int to = expected - expected / FIFTHS;
    return (to - from) / ((ends[to] - ends[from]) / 1e6);
  }
}
