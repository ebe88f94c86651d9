package io.orchestrator4j.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a list is restricted to that indexes know: whether tasks, which statuses, which workflows. For each combination
 * of them one index has the processes in the order of their start, so the head of a list is put together from the
 * heads of its parts, however many processes there are.
 *
 * @param tasks the values of {@code is_task} that are wanted
 * @param statuses the statuses that are wanted, or all
 * @param workflowIds the workflows that are wanted; null for all
 */
record ListParts(
    Set<Boolean> tasks,
    Set<ProcessStatus> statuses,
    @Nullable Set<UUID> workflowIds) {

  private static final int MOST_PARTS = 24;

  /** Whether nothing can be in the list. */
  boolean isEmpty() {
    return tasks.isEmpty() || statuses.isEmpty() || (workflowIds != null && workflowIds.isEmpty());
  }

  /** Whether the counts by status say how many are in the list. */
  boolean isCounted() {
    return workflowIds == null;
  }

  /** Whether a process of this kind is wanted. */
  boolean wants(ProcessCounts.StatusCount count) {
    return tasks.contains(count.task()) && statuses.contains(count.status());
  }

  /** All that is wanted, as one condition. */
  String sql() {
    return Stream.of(tasksIn(tasks), statusesIn(), workflowsIn())
        .filter(condition -> !condition.isEmpty())
        .collect(Collectors.joining("\nand "));
  }

  /** A condition for each part; together they are all that is wanted, and no process is in two. */
  List<String> parts() {
    List<String> parts = workflowIds == null
        ? tasks.stream().sorted().map(task -> tasksIn(Set.of(task))).toList()
        : times(
            List.of(tasksIn(tasks)),
            workflowIds.stream().sorted().map(ListParts::isWorkflow).toList(),
            workflowsIn());
    return statuses.size() == ProcessStatus.values().length
        ? parts
        : times(parts, statuses.stream().sorted().map(ListParts::isStatus).toList(), statusesIn());
  }

  // too many parts cost more than a part that has to leave some out
  private static List<String> times(List<String> parts, List<String> each, String together) {
    List<String> factors = parts.size() * each.size() <= MOST_PARTS ? each : List.of(together);
    List<String> product = new ArrayList<>();
    for (String part : parts) {
      for (String factor : factors) {
        product.add(part + " and " + factor);
      }
    }
    return product;
  }

  private static String tasksIn(Set<Boolean> tasks) {
    return "p.is_task in ("
        + tasks.stream().sorted().map(String::valueOf).collect(Collectors.joining(", ")) + ")";
  }

  // literals, since the planner must see whether the index of all that is not completed has them
  private static String isStatus(ProcessStatus status) {
    return "p.last_status = '" + status.text() + "'";
  }

  private String statusesIn() {
    return statuses.size() == ProcessStatus.values().length
        ? ""
        : statuses.stream()
            .sorted()
            .map(status -> "'" + status.text() + "'")
            .collect(Collectors.joining(", ", "p.last_status in (", ")"));
  }

  private static String isWorkflow(UUID workflowId) {
    return "p.workflow_id = '" + workflowId + "'";
  }

  private String workflowsIn() {
    return workflowIds == null
        ? ""
        : workflowIds.stream()
            .sorted()
            .map(id -> "'" + id + "'")
            .collect(Collectors.joining(", ", "p.workflow_id in (", ")"));
  }
}
