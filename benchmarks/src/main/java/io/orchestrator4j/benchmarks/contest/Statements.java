package io.orchestrator4j.benchmarks.contest;

import io.orchestrator4j.benchmarks.database.ExecutedStatements;
import java.util.List;

/**
 * The statements that a server executes for one unit, from a short run of its own.
 *
 * @param perUnit without those that only begin or end a transaction
 * @param controlPerUnit those that only begin or end a transaction
 */
public record Statements(double perUnit, double controlPerUnit, List<Share> most) {

  private static final int SHOWN = 12;

  /** One statement's part of it. */
  public record Share(String statement, double perUnit) {}

  static Statements of(ExecutedStatements executed, long units) {
    double divisor = Math.max(1, units);
    List<Share> most = executed.counted().stream()
        .limit(SHOWN)
        .map(counted -> new Share(counted.statement(), counted.times() / divisor))
        .toList();
    return new Statements(
        executed.queries().size() / divisor, executed.transactionControl() / divisor, most);
  }
}
