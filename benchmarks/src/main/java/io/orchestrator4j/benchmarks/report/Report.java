package io.orchestrator4j.benchmarks.report;

import io.orchestrator4j.benchmarks.contest.Performance;
import io.orchestrator4j.value.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * What a run of a benchmark found out.
 *
 * @param machine where it ran
 * @param postgres what PostgreSQL ran by
 * @param parameters what was asked for
 * @param performances what each contestant did, round by round; empty where there are no contestants
 */
public record Report(
    String benchmark,
    Instant at,
    Map<String, String> machine,
    Map<String, String> postgres,
    Map<String, Object> parameters,
    List<Performance> performances,
    List<Finding> findings) {

  public Report {
    performances = List.copyOf(performances);
    findings = List.copyOf(findings);
  }

  /** A report of now and here. */
  public static Report of(
      String benchmark,
      Map<String, String> postgres,
      Map<String, Object> parameters,
      Results results) {
    return new Report(
        benchmark,
        Instant.now().truncatedTo(ChronoUnit.SECONDS),
        Machine.facts(),
        postgres,
        parameters,
        results.performances(),
        results.findings());
  }

  /** What a benchmark hands in. */
  public record Results(List<Performance> performances, List<Finding> findings) {}

  /** One JSON document. */
  public String toJson() {
    return Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(this);
  }
}
