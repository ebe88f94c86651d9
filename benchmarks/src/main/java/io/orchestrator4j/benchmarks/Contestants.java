package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.contest.Contestant;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The contestants of a run, closed together, the last one first. */
final class Contestants implements AutoCloseable {

  private final Deque<Contestant> opened = new ArrayDeque<>();

  void add(Contestant contestant) {
    opened.push(contestant);
  }

  List<Contestant> all() {
    return List.copyOf(opened).reversed();
  }

  @Override
  public void close() throws SQLException {
    while (!opened.isEmpty()) {
      opened.pop().close();
    }
  }
}
