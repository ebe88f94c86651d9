package io.orchestrator4j.benchmarks.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Statements that a server has executed, those that only begin or end a transaction apart.
 *
 * @param queries everything else
 * @param transactionControl begin, commit and the like
 */
public record ExecutedStatements(List<String> queries, long transactionControl) {

  /** Before each line of the log. */
  static final String PREFIX = "@%d %p@ ";

  /** Before a statement of the benchmark itself, which does not count. */
  public static final String OWN = "/* benchmark */ ";

  private static final Pattern LINE = Pattern.compile(
      "^@([^@ \\n]*) \\d+@ LOG:  (?:statement|execute [^:\\n]*): (.*(?:\\n\\t.*)*)",
      Pattern.MULTILINE);
  private static final Pattern CONTROL = Pattern.compile(
      "(?is)(begin|commit|rollback|start transaction|savepoint|release|set session characteristics).*");
  private static final int SHOWN = 160;

  /** How often a statement was executed. */
  public record Counted(String statement, long times) {}

  public ExecutedStatements {
    queries = List.copyOf(queries);
  }

  static ExecutedStatements in(String log, String database) {
    List<String> queries = new ArrayList<>();
    long control = 0;
    Matcher line = LINE.matcher(log);
    while (line.find()) {
      if (!line.group(1).equals(database) || line.group(2).startsWith(OWN)) {
        continue;
      }
      if (CONTROL.matcher(line.group(2)).matches()) {
        control++;
      } else {
        queries.add(line.group(2));
      }
    }
    return new ExecutedStatements(queries, control);
  }

  /** Whether a statement asks or changes something, rather than begin or end a transaction or see whether there is a server. */
  static boolean isQuery(String statement) {
    return !statement.isBlank() && !CONTROL.matcher(statement).matches();
  }

  /** Each statement once, the most frequent first. */
  public List<Counted> counted() {
    Map<String, Long> times = queries.stream()
        .map(ExecutedStatements::shown)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return times.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(entry -> new Counted(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String shown(String statement) {
    String oneLine = statement.replaceAll("\\s+", " ").strip();
    return oneLine.length() <= SHOWN ? oneLine : oneLine.substring(0, SHOWN);
  }
}
