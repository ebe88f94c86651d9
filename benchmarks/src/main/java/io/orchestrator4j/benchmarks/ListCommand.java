package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.database.BenchmarkServer;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.database.StatementTimes;
import io.orchestrator4j.benchmarks.database.StatementTrace;
import io.orchestrator4j.benchmarks.measure.Call;
import io.orchestrator4j.benchmarks.measure.Latencies;
import io.orchestrator4j.benchmarks.node.FiveSteps;
import io.orchestrator4j.benchmarks.report.Finding;
import io.orchestrator4j.benchmarks.report.Report;
import io.orchestrator4j.benchmarks.served.MillionProcesses;
import io.orchestrator4j.benchmarks.served.OwnServer;
import io.orchestrator4j.benchmarks.served.Page;
import io.orchestrator4j.benchmarks.served.Pages;
import java.time.Duration;
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

/** Pages of the list of a great many processes, over HTTP and in the database. */
@Command(
    name = "list",
    description = "Pages of the list of 1,000,000 processes, over HTTP and in the database.")
final class ListCommand implements Callable<Integer> {

  private static final int TRACED = 20;
  private static final String FAILED = "failed only";
  private static final String BY_OFFSET = "deep, by offset";
  private static final Duration LONGEST = Duration.ofSeconds(10);

  @Mixin
  private final RunOptions run = new RunOptions();

  @Option(
      names = "--processes",
      paramLabel = "N",
      defaultValue = "1000000",
      description = "How many (default: ${DEFAULT-VALUE}).")
  private int processes;

  @Option(
      names = "--requests",
      paramLabel = "N",
      defaultValue = "500",
      description = "Requests for each page, one after the other (default: ${DEFAULT-VALUE}).")
  private int requests;

  @Override
  public Integer call() throws Exception {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("processes", processes);
    parameters.put("requests", requests);
    return run.run("list", parameters, this::measure);
  }

  private Report.Results measure(BenchmarkServer server) throws Exception {
    DatabaseAddress database = server.database("served");
    List<Finding> findings = new ArrayList<>();
    try (OwnServer program = OwnServer.start(database);
        Pages pages = new Pages(program)) {
      Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
      run.progress("making %,d processes".formatted(processes));
      MillionProcesses.make(database, FiveSteps.NAME, processes, now);
      server.checkpoint();
      for (Page page : pages(now)) {
        Call request = pages.request(page);
        repeat(request, requests);
        Latencies http = repeat(request, requests);
        run.progress("%s: p50 %.1f ms, p99 %.1f ms over HTTP in %d requests"
            .formatted(page.name(), http.millis(0.5), http.millis(0.99), http.count()));
        findings.add(
            Finding.of(page.name() + ": p50 over HTTP", "ms", List.of(http.millis(0.5)), ""));
        findings.add(Finding.of(
            page.name() + ": p99 over HTTP", "ms", List.of(http.millis(0.99)), target(page)));
        StatementTrace trace = server.trace();
        if (trace != null) {
          findings.addAll(inDatabase(page, trace.times(database, () -> repeat(request, TRACED))));
        }
      }
    }
    return new Report.Results(List.of(), findings);
  }

  private static List<Finding> inDatabase(Page page, StatementTimes times) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.of(
        page.name() + ": rows, p50 in the database",
        "ms",
        List.of(times.rows().millis(0.5)),
        page.name().equals(BY_OFFSET) ? "" : "at most 1"));
    if (times.totals().count() > 0) {
      findings.add(Finding.of(
          page.name() + ": total, p50 in the database",
          "ms",
          List.of(times.totals().millis(0.5)),
          ""));
    }
    return findings;
  }

  private List<Page> pages(Instant now) {
    Instant middle = now.minus(Duration.ofSeconds(processes / 2));
    return List.of(
        new Page("first page", "range=0,50"),
        new Page(FAILED, "range=0,50&filter=last_status,failed"),
        new Page("of one workflow", "range=0,50&filter=workflow_name," + FiveSteps.NAME),
        new Page("from a time on", "filter=started_at,<%s&range=0,50".formatted(middle)),
        new Page(
            "deep, by keyset",
            "range=0,50&after=%d,ffffffff-ffff-ffff-ffff-ffffffffffff"
                .formatted(middle.getEpochSecond())),
        new Page(BY_OFFSET, "range=%d,%d".formatted(processes / 2, processes / 2 + 50)));
  }

  // a filtered list is counted for its total, which is a cost of its own; and who reads deep does
  // it by keyset
  private static String target(Page page) {
    boolean counted = page.query().contains("filter=") && !page.name().equals(FAILED);
    return counted || page.name().equals(BY_OFFSET) ? "" : "at most 20";
  }

  // a page that takes long is asked for less often
  private static Latencies repeat(Call request, int times) throws Exception {
    List<Long> nanos = new ArrayList<>();
    long end = System.nanoTime() + LONGEST.toNanos();
    while (nanos.size() < times && System.nanoTime() < end) {
      long began = System.nanoTime();
      request.run();
      nanos.add(System.nanoTime() - began);
    }
    return Latencies.of(List.of(nanos.stream().mapToLong(Long::longValue).toArray()));
  }
}
