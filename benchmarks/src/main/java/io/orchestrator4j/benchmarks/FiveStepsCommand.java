package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.contest.Anchor;
import io.orchestrator4j.benchmarks.contest.Contest;
import io.orchestrator4j.benchmarks.contest.Contestant;
import io.orchestrator4j.benchmarks.contest.Performance;
import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.node.OwnNode;
import io.orchestrator4j.benchmarks.peer.dbos.Dbos;
import io.orchestrator4j.benchmarks.peer.flowable.Flowable;
import io.orchestrator4j.benchmarks.report.Report;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Five steps of 1 KB each, from start to completed, in process. */
@Command(name = "w5", description = "Five steps of 1 KB each, from start to completed, in process.")
final class FiveStepsCommand implements Callable<Integer> {

  // from here on DBOS may do better with more connections than it takes by itself
  private static final int MANY = 64;
  private static final int MORE_CONNECTIONS = 32;

  @Mixin
  private final RunOptions run = new RunOptions();

  @Mixin
  private final LoadOptions load = new LoadOptions();

  @Option(
      names = "--peer",
      paramLabel = "PEER",
      description = "Also run dbos or flowable; may be given twice.")
  private List<Peer> peers = List.of();

  @Override
  public Integer call() throws Exception {
    return run.run("w5", load.parameters(), this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    Contest contest = new Contest(server, server.meter(), load.schedule(), run::progress);
    try (Contestants contestants = new Contestants()) {
      contestants.add(new Anchor(server.database("anchor")));
      contestants.add(new OwnNode(server.database("ours"), load.connections));
      for (Peer peer : peers) {
        switch (peer) {
          case DBOS -> contestants.add(dbos(server, contest));
          case FLOWABLE -> contestants.add(new Flowable(server.database("flowable")));
        }
      }
      List<Performance> performances = contest.hold(contestants.all());
      return new Report.Results(performances, FiveStepsFindings.of(load.concurrency, performances));
    }
  }

  // with many clients both sizes of its pool are tried, and the better one competes
  private Contestant dbos(BenchmarkServer server, Contest contest) throws Exception {
    Dbos few = new Dbos(server.database("dbos"), Dbos.DEFAULT_CONNECTIONS);
    if (load.concurrency < MANY || load.warmUp == 0) {
      return few;
    }
    Dbos many = new Dbos(server.database("dbos_more"), MORE_CONNECTIONS);
    boolean more = contest.warmUp(few) < contest.warmUp(many);
    (more ? few : many).close();
    return more ? many : few;
  }
}
