package io.orchestrator4j.benchmarks.report;

import io.orchestrator4j.benchmarks.contest.Performance;
import io.orchestrator4j.benchmarks.contest.Statements;
import io.orchestrator4j.benchmarks.measure.Segment;
import io.orchestrator4j.benchmarks.measure.Spread;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A report as people read it: medians, and in parentheses the least and the most. */
public final class ReportText {

  private final StringBuilder text = new StringBuilder();

  private ReportText() {}

  /** The text of a report, some lines long. */
  public static String of(Report report) {
    ReportText writer = new ReportText();
    writer.line("%s, %s".formatted(report.benchmark(), report.at()));
    writer.line("  on %s".formatted(listed(report.machine())));
    writer.line("  PostgreSQL %s".formatted(listed(report.postgres())));
    writer.line("  with %s".formatted(listed(report.parameters())));
    if (!report.performances().isEmpty()) {
      writer.performances(report);
    }
    writer.line("");
    report.findings().forEach(writer::finding);
    return writer.text.toString();
  }

  private void performances(Report report) {
    line("");
    line("%-16s %-28s %9s %9s %22s %8s %12s %8s %6s"
        .formatted(
            "median of rounds",
            "units/s",
            "p50 ms",
            "p99 ms",
            "µs/step JVM + PG",
            "commits",
            "statements",
            "WAL kB",
            "others"));
    report.performances().forEach(this::performance);
    long quiet = report.performances().getFirst().rounds().stream()
        .filter(Segment::isQuiet)
        .count();
    line(
        "commits, statements (and those that only begin or end a transaction) and WAL are for one unit; %d of %d rounds of the first were quiet (others used at most %.0f %%)"
            .formatted(
                quiet, report.performances().getFirst().rounds().size(), 100 * Segment.QUIET));
  }

  private void performance(Performance performance) {
    int steps = performance.stepsPerUnit();
    line("%-16s %-28s %9.2f %9.2f %22s %8.2f %12s %8.1f %5.0f%%"
        .formatted(
            performance.contestant() + " x" + performance.clients(),
            spread(performance.spread(Segment::rate)),
            median(performance, Segment::p50),
            median(performance, Segment::p99),
            "%.0f + %.0f"
                .formatted(
                    median(performance, Segment::programMicros) / steps,
                    median(performance, Segment::postgresMicros) / steps),
            median(performance, Segment::commits),
            statements(performance),
            median(performance, Segment::walBytes) / 1000,
            100 * median(performance, Segment::foreign)));
  }

  private static String statements(Performance performance) {
    Statements statements = performance.statements();
    return statements == null
        ? "-"
        : "%.1f (+%.1f)".formatted(statements.perUnit(), statements.controlPerUnit());
  }

  private static double median(Performance performance, ToDoubleFunction<Segment> figure) {
    return performance.spread(figure).median();
  }

  private void finding(Finding finding) {
    Spread quiet = finding.quiet();
    line("%-58s %s %s%s%s"
        .formatted(
            finding.name(),
            spread(finding.all()),
            finding.unit(),
            quiet == null ? "" : "; quiet only: %s".formatted(spread(quiet)),
            finding.wanted().isEmpty() ? "" : "   [" + finding.wanted() + "]"));
  }

  private static String spread(Spread spread) {
    return spread.count() == 1
        ? number(spread.median())
        : "%s (%s..%s)"
            .formatted(number(spread.median()), number(spread.least()), number(spread.most()));
  }

  private static String number(double value) {
    return Math.abs(value) >= 100 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
  }

  private static String listed(Map<String, ?> facts) {
    return facts.entrySet().stream()
        .map(fact -> fact.getKey() + " " + fact.getValue())
        .collect(Collectors.joining(", "));
  }

  private void line(String line) {
    text.append(line.stripTrailing()).append('\n');
  }
}
