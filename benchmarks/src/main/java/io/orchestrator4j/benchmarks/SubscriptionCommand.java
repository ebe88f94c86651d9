package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.StatementTrace;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.report.Report;
import io.orchestrator4j.benchmarks.served.MillionProcesses;
import io.orchestrator4j.benchmarks.sold.ManySubscriptions;
import io.orchestrator4j.benchmarks.sold.RackWorkflows;
import io.orchestrator4j.benchmarks.sold.Shop;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Loading and saving subscriptions of many blocks, and finding things among a great many subscriptions. */
@Command(
    name = "subscription",
    description =
        "Loads and saves subscriptions of 10 to 1,000 blocks; finds users and lists processes among 100,000 subscriptions.")
final class SubscriptionCommand implements Callable<Integer> {

  private static final int LISTED = 5;

  @Mixin
  private final RunOptions run = new RunOptions();

  @Option(
      names = "--blocks",
      paramLabel = "N",
      split = ",",
      defaultValue = "10,100,500,1000",
      description = "Blocks of a subscription, the fewest first (default: ${DEFAULT-VALUE}).")
  private List<Integer> blocks = List.of();

  @Option(
      names = "--repeat",
      paramLabel = "N",
      defaultValue = "50",
      description = "How often each call is measured (default: ${DEFAULT-VALUE}).")
  private int repeat;

  @Option(
      names = "--subscriptions",
      paramLabel = "N",
      defaultValue = "100000",
      description =
          "How many there are, each with a process; 0 leaves out what needs many (default: ${DEFAULT-VALUE}).")
  private int subscriptions;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "1000",
      description = "How many of them use one and the same block (default: ${DEFAULT-VALUE}).")
  private int users;

  @Override
  public Integer call() throws Exception {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("blocks", blocks);
    parameters.put("repeat", repeat);
    parameters.put("subscriptions", subscriptions);
    parameters.put("users", users);
    return run.run("subscription", parameters, this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    List<Finding> findings = new ArrayList<>();
    StatementTrace trace = server.trace();
    try (Shop shop = Shop.open(server.database("shop"))) {
      CallCosts costs = new CallCosts(shop.address(), trace, repeat);
      run.progress("loading and saving subscriptions of %s blocks".formatted(blocks));
      findings.addAll(new TreeFindings(shop, costs).of(blocks));
      if (subscriptions > 0) {
        run.progress("making %,d subscriptions and processes".formatted(subscriptions));
        ManySubscriptions made = ManySubscriptions.make(shop, subscriptions, users);
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        MillionProcesses.make(shop.address(), RackWorkflows.NAME, subscriptions, now);
        ManySubscriptions.link(shop);
        server.checkpoint();
        run.progress("finding things among them");
        ManySubscriptionsFindings many = new ManySubscriptionsFindings(shop, made, costs);
        findings.addAll(many.inUseBy(Math.min(users, subscriptions)));
        run.progress("searching them");
        findings.addAll(many.search(LISTED));
        if (trace != null) {
          findings.addAll(many.lists(trace, Math.min(repeat, LISTED)));
        }
      }
    }
    return new Report.Results(List.of(), findings);
  }
}
