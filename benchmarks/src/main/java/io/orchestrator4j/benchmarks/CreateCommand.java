package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.contest.Anchor;
import io.orchestrator4j.benchmarks.contest.Contest;
import io.orchestrator4j.benchmarks.contest.Performance;
import io.orchestrator4j.benchmarks.contest.Statements;
import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.measure.Segment;
import io.orchestrator4j.benchmarks.node.FiveSteps;
import io.orchestrator4j.benchmarks.node.OwnNode;
import io.orchestrator4j.benchmarks.node.SellingNode;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.report.Report;
import io.orchestrator4j.benchmarks.sold.RackWorkflows;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Five steps that create a subscription and change it, set against five steps that only write what they return. */
@Command(
    name = "create",
    description =
        "Creates subscriptions of ten blocks in five steps, against five steps that change none.")
final class CreateCommand implements Callable<Integer> {

  // a process begins with a commit of its own
  private static final double COMMITS = RackWorkflows.STEPS + 1;
  private static final double BARE_COMMITS = FiveSteps.STEPS + 1;

  @Mixin
  private final RunOptions run = new RunOptions();

  @Mixin
  private final LoadOptions load = new LoadOptions();

  @Override
  public Integer call() throws Exception {
    return run.run("create", load.parameters(), this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    Contest contest = new Contest(server, server.meter(), load.schedule(), run::progress);
    try (Contestants contestants = new Contestants()) {
      contestants.add(new Anchor(server.database("anchor")));
      contestants.add(new OwnNode(server.database("ours"), load.connections));
      contestants.add(new SellingNode(server.database("create"), load.connections));
      List<Performance> performances = contest.hold(contestants.all());
      return new Report.Results(performances, findings(performances));
    }
  }

  private List<Finding> findings(List<Performance> performances) {
    Performance anchor = performances.get(0);
    Performance bare = performances.get(1);
    Performance create = performances.get(2);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ratio(
        "rate against five bare steps",
        create,
        bare,
        Segment::rate,
        1,
        load.concurrency == 16 ? "at least 0.25, better 0.4" : ""));
    findings.add(Finding.ratio(
        "processor time of a commit against a bare one",
        create,
        bare,
        CreateCommand::cost,
        BARE_COMMITS / COMMITS,
        load.concurrency == 16 ? "at most 2.5" : ""));
    findings.add(Finding.ratio(
        "processor time of a commit against the anchor's",
        create,
        anchor,
        CreateCommand::cost,
        1 / COMMITS,
        ""));
    Statements statements = create.statements();
    if (statements != null) {
      statements
          .most()
          .forEach(each -> findings.add(
              Finding.of("for one process: " + each.statement(), "", List.of(each.perUnit()), "")));
    }
    return findings;
  }

  private static double cost(Segment segment) {
    return segment.programMicros() + segment.postgresMicros();
  }
}
