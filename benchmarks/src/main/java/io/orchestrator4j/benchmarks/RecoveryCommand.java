package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.jvm.OtherJvm;
import io.orchestrator4j.benchmarks.node.Blocking;
import io.orchestrator4j.benchmarks.node.Journal;
import io.orchestrator4j.benchmarks.node.Node;
import io.orchestrator4j.benchmarks.node.NodeProgram;
import io.orchestrator4j.benchmarks.node.NodeSetup;
import io.orchestrator4j.benchmarks.node.Times;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.report.Report;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A node is killed while it runs a great many processes: how long until all of them run again. */
@Command(
    name = "recovery",
    description =
        "kill -9 with 10,000 processes under way, until all run on another node, or on the next start.")
final class RecoveryCommand implements Callable<Integer> {

  private static final int STARTERS = 128;

  @Mixin
  private final RunOptions run = new RunOptions();

  @Option(
      names = "--processes",
      paramLabel = "N",
      defaultValue = "10000",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int processes;

  @Option(
      names = "--lease",
      paramLabel = "S",
      defaultValue = "15",
      description = "The nodes' lease in seconds (default: ${DEFAULT-VALUE}).")
  private int lease;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "Rounds (default: ${DEFAULT-VALUE}).")
  private int rounds;

  @Override
  public Integer call() throws Exception {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("processes", processes);
    parameters.put("lease", lease);
    parameters.put("rounds", rounds);
    return run.run("recovery", parameters, this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    List<Double> takenOver = new ArrayList<>();
    List<Double> restarted = new ArrayList<>();
    for (int round = 1; round <= rounds; round++) {
      takenOver.add(takeOver(server.database("ours")));
      restarted.add(restart(server.database("ours")));
      run.progress("round %d: on the other node after %.1f s; restarted, %.1f s after ready"
          .formatted(round, takenOver.getLast(), restarted.getLast()));
    }
    return new Report.Results(
        List.of(),
        List.of(
            Finding.of(
                "kill -9 until all run on the other node",
                "s",
                takenOver,
                "at most %d, better %d".formatted(lease + 5, lease + 2)),
            Finding.of(
                "restart on the same host, ready until all run",
                "s",
                restarted,
                "at most 5, better 2")));
  }

  private double takeOver(DatabaseAddress database) throws Exception {
    NodeSetup setup = setup();
    try (Node taking = new Node(database, setup.withoutWork(), "api", _ -> {});
        OtherJvm first = NodeProgram.launch(database, setup, "first", processes)) {
      fill(taking, first);
      try (OtherJvm second = NodeProgram.launch(database, setup, "second", processes)) {
        long killed = Times.now();
        first.kill();
        long begun = Long.parseLong(second.await(NodeProgram.BEGUN));
        requireOwned(database, "second");
        second.kill();
        return (begun - killed) / 1e6;
      }
    }
  }

  private double restart(DatabaseAddress database) throws Exception {
    Path folder = Files.createTempDirectory("orchestrator4j-node");
    NodeSetup setup = setup().withFolder(folder);
    try (Node taking = new Node(database, setup().withoutWork(), "api", _ -> {});
        OtherJvm first = NodeProgram.launch(database, setup, "first", processes)) {
      fill(taking, first);
      first.kill();
      // under the same name, by which it finds the file that the killed one has left
      try (OtherJvm next = NodeProgram.launch(database, setup, "first", processes)) {
        long ready = Times.now();
        long begun = Long.parseLong(next.await(NodeProgram.BEGUN));
        requireOwned(database, "first");
        next.kill();
        return Math.max(0, begun - ready) / 1e6;
      }
    }
  }

  private NodeSetup setup() {
    return NodeSetup.usual().withLease(Duration.ofSeconds(lease));
  }

  private void fill(Node taking, OtherJvm worker) throws Exception {
    Starters.startAll(taking, Blocking.FOREVER, processes, STARTERS);
    String _ = worker.await(NodeProgram.BEGUN);
  }

  private void requireOwned(DatabaseAddress database, String node) throws Exception {
    long owned = new Journal(database).owned().getOrDefault(node, 0L);
    if (owned != processes) {
      throw new IllegalStateException(
          "The node %s owns %d processes; expected %d".formatted(node, owned, processes));
    }
  }
}
