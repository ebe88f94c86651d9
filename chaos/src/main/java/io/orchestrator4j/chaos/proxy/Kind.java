package io.orchestrator4j.chaos.proxy;

import java.util.Collection;
import java.util.regex.Pattern;

/** What a transaction is about, told by the texts of its statements. */
public enum Kind {
  /** Steps are recorded: a start, the end of a step, a resume. */
  CHECKPOINT("insert\\s+into\\s+\\S*process_steps\\b"),
  /** A node takes processes that are due. */
  CLAIM("update\\s+\\S*processes\\b.*\\bset\\s+owner\\s*=\\s*(:node|\\$\\d+|\\?)"),
  /** A silent node is taken for dead. */
  BURIAL("update\\s+\\S*nodes\\b.*\\bset\\s+lost_at\\s*="),
  /** The processes of a dead node are given back, to be taken by others. */
  TAKE_OVER("update\\s+\\S*processes\\b.*\\bset\\s+owner\\s*=\\s*null\\b.*\\blost_nodes\\b"),
  /** A node says that it lives. */
  HEARTBEAT("update\\s+\\S*nodes\\b.*\\bset\\s+heartbeat_at\\s*="),
  /** A node tells the others what has happened. */
  NOTICE("\\bpg_notify\\b");

  private final Pattern pattern;

  Kind(String pattern) {
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  boolean isIn(Collection<String> texts) {
    return texts.stream().anyMatch(text -> pattern.matcher(text).find());
  }
}
