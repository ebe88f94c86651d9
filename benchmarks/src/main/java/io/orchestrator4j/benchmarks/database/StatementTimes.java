package io.orchestrator4j.benchmarks.database;

import io.orchestrator4j.benchmarks.measure.Latencies;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long statements took in the server, as it says itself: to plan them with their values and to
 * execute them.
 *
 * @param rows of those that read a page, which begins at an offset
 * @param totals of those that count
 * @param nanos of all of them, in the order in which they ended, but for those that only begin or end a transaction
 */
public record StatementTimes(Latencies rows, Latencies totals, List<Long> nanos) {

  private static final Pattern LINE = Pattern.compile(
      "^@([^@ \\n]*) (\\d+)@ LOG:  duration: ([0-9.]+) ms  (parse|bind|execute) [^:\\n]*: (.*(?:\\n\\t.*)*)",
      Pattern.MULTILINE);
  private static final double NANOS_PER_MILLI = 1e6;

  public StatementTimes {
    nanos = List.copyOf(nanos);
  }

  static StatementTimes in(String log, String database) {
    List<Long> rows = new ArrayList<>();
    List<Long> totals = new ArrayList<>();
    List<Long> all = new ArrayList<>();
    Map<String, Double> millis = new HashMap<>();
    Matcher line = LINE.matcher(log);
    while (line.find()) {
      if (!line.group(1).equals(database)) {
        continue;
      }
      // a statement is parsed where it is new, then bound, then executed, by one process of the
      // server
      String process = line.group(2);
      double taken = millis.merge(process, Double.valueOf(line.group(3)), Double::sum);
      if (line.group(4).equals("execute")) {
        millis.remove(process);
        long nanos = (long) (taken * NANOS_PER_MILLI);
        if (ExecutedStatements.isQuery(line.group(5))) {
          all.add(nanos);
        }
        if (line.group(5).startsWith("select count(*)")) {
          totals.add(nanos);
        } else if (line.group(5).contains("offset")) {
          rows.add(nanos);
        }
      }
    }
    return new StatementTimes(latencies(rows), latencies(totals), all);
  }

  /**
   * How long the statements of one piece of work took together, where several pieces were done one after the other.
   *
   * @throws IllegalStateException if they did not all execute the same number of statements
   */
  public Latencies together(int pieces) {
    if (nanos.size() % pieces != 0) {
      throw new IllegalStateException(
          "%d statements were executed in %d pieces of work; expected as many in each"
              .formatted(nanos.size(), pieces));
    }
    int each = nanos.size() / pieces;
    List<Long> sums = new ArrayList<>();
    for (int piece = 0; piece < pieces; piece++) {
      sums.add(nanos.subList(piece * each, (piece + 1) * each).stream()
          .mapToLong(Long::longValue)
          .sum());
    }
    return latencies(sums);
  }

  private static Latencies latencies(List<Long> nanos) {
    return Latencies.of(List.of(nanos.stream().mapToLong(Long::longValue).toArray()));
  }
}
