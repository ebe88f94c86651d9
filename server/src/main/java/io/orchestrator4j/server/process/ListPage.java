package io.orchestrator4j.server.process;

import io.orchestrator4j.process.ListedProcess;
import io.orchestrator4j.process.ProcessLists;
import io.orchestrator4j.process.ProcessQuery;
import io.orchestrator4j.server.web.ListRange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the list of processes.
 *
 * @param range which part of how many, as a header says it; null where it is all of them and nobody asked
 */
record ListPage(List<ListedProcess> processes, @Nullable String range) {

  static ListPage read(ProcessLists lists, ListRequest request) {
    ProcessQuery query = request.query();
    List<ListedProcess> processes = lists.list(query);
    boolean cutOff = processes.size() == ProcessQuery.MOST;
    if (!request.ranged() && !cutOff) {
      return new ListPage(processes, null);
    }
    long total = lists.count(query);
    return new ListPage(processes, range(query.range(), cutOff, total));
  }

  private static String range(ProcessQuery.Range asked, boolean cutOff, long total) {
    int end = cutOff ? asked.from() + ProcessQuery.MOST : asked.to();
    return new ListRange(asked.from(), end).of("processes", total);
  }
}
