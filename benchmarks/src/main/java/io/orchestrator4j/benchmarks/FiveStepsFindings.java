package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.contest.Performance;
import io.orchestrator4j.benchmarks.measure.Segment;
import io.orchestrator4j.benchmarks.report.Finding;
import java.util.ArrayList;
import java.util.List;

/** What a run of five-step workflows is about: ratios to plain commits and to peers, and cost per step. */
final class FiveStepsFindings {

  /** A start and five steps. */
  private static final int COMMITS = 6;

  private FiveStepsFindings() {}

  static List<Finding> of(int concurrency, List<Performance> performances) {
    Performance anchor = performances.get(0);
    Performance ours = performances.get(1);
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.ratio(
        "rate against anchor/6", ours, anchor, Segment::rate, COMMITS, anchorWanted(concurrency)));
    if (concurrency == 1) {
      findings.add(Finding.ratio(
          "p50 against 6 x the anchor's",
          ours,
          anchor,
          Segment::p50,
          1.0 / COMMITS,
          "at most 1.5, better 1.2"));
    }
    for (Performance peer : performances.subList(2, performances.size())) {
      findings.add(Finding.ratio(
          "rate against " + peer.contestant(),
          ours,
          peer,
          Segment::rate,
          1,
          peerWanted(concurrency, peer.contestant())));
    }
    findings.add(Finding.of(
        "processor time of a step, JVM and PostgreSQL",
        "µs",
        ours,
        segment -> cost(ours, segment),
        costWanted(concurrency)));
    return findings;
  }

  private static double cost(Performance ours, Segment segment) {
    return (segment.programMicros() + segment.postgresMicros()) / ours.stepsPerUnit();
  }

  private static String anchorWanted(int concurrency) {
    return switch (concurrency) {
      case 16 -> "at least 0.7, better 1";
      case 64 -> "at least 2.5, better 3.5";
      case 256 -> "at least 4, better 6";
      default -> "";
    };
  }

  private static String peerWanted(int concurrency, String peer) {
    if (peer.equals("flowable")) {
      return concurrency == 16 ? "at least 8, better 16" : "";
    }
    return switch (concurrency) {
      case 16 -> "at least 3, better 4";
      case 64 -> "at least 8, better 12";
      case 256 -> "at least 10, better 18";
      default -> "";
    };
  }

  private static String costWanted(int concurrency) {
    return switch (concurrency) {
      case 16 -> "at most 250, better 210";
      case 256 -> "at most 60, better 35";
      default -> "";
    };
  }
}
