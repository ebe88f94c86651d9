package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.contest.Anchor;
import io.orchestrator4j.benchmarks.contest.Contest;
import io.orchestrator4j.benchmarks.contest.Performance;
import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.measure.Meter;
import io.orchestrator4j.benchmarks.measure.Segment;
import io.orchestrator4j.benchmarks.node.OwnNode;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.report.Report;
import io.orchestrator4j.benchmarks.served.OverHttp;
import io.orchestrator4j.benchmarks.served.OwnServer;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Five steps from a start over HTTP to completed, set against the same in process. */
@Command(
    name = "http",
    description = "Five steps, from a start over HTTP to completed, against the same in process.")
final class HttpCommand implements Callable<Integer> {

  @Mixin
  private final RunOptions run = new RunOptions();

  @Mixin
  private final LoadOptions load = new LoadOptions();

  @Override
  public Integer call() throws Exception {
    return run.run("http", load.parameters(), this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    Meter meter = server.meter();
    Contest contest = new Contest(server, meter, load.schedule(), run::progress);
    try (Contestants contestants = new Contestants()) {
      contestants.add(new Anchor(server.database("anchor")));
      contestants.add(new OwnNode(server.database("ours"), load.connections));
      DatabaseAddress served = server.database("served");
      OwnServer program = OwnServer.start(served);
      contestants.add(new OverHttp(served, program));
      meter.add(program.pid());
      List<Performance> performances = contest.hold(contestants.all());
      Performance inProcess = performances.get(1);
      Performance overHttp = performances.get(2);
      return new Report.Results(
          performances,
          List.of(
              Finding.ratio(
                  "rate over HTTP against in process",
                  overHttp,
                  inProcess,
                  Segment::rate,
                  1,
                  "at least 0.4, better 0.6"),
              Finding.of("p99 over HTTP", "ms", overHttp, Segment::p99, "at most 200")));
    }
  }
}
