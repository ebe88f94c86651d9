package io.orchestrator4j.process;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sorts the filters of a list by who can answer them: we, the table of workflows, or the processes themselves. */
record ListFilters(
    Set<Boolean> tasks,
    Set<ProcessStatus> statuses,
    List<ProcessQuery.Filter> ofWorkflows,
    List<ProcessQuery.Filter> others) {

  private static final Set<ProcessField> OF_WORKFLOWS =
      EnumSet.of(ProcessField.TARGET, ProcessField.WORKFLOW_ID, ProcessField.WORKFLOW_NAME);

  static ListFilters of(List<ProcessQuery.Filter> filters) {
    Set<Boolean> tasks = new HashSet<>(Set.of(false, true));
    Set<ProcessStatus> statuses = EnumSet.allOf(ProcessStatus.class);
    for (ProcessQuery.Filter filter : filters) {
      switch (filter.field()) {
        case IS_TASK -> tasks.removeIf(task -> !matches(filter, task));
        case LAST_STATUS -> statuses.removeIf(status -> !matches(filter, status));
        default -> {
          // the database answers it
        }
      }
    }
    return new ListFilters(
        tasks,
        statuses,
        filters.stream().filter(filter -> OF_WORKFLOWS.contains(filter.field())).toList(),
        filters.stream().filter(ListFilters::isOther).toList());
  }

  private static boolean isOther(ProcessQuery.Filter filter) {
    return filter.field() != ProcessField.IS_TASK
        && filter.field() != ProcessField.LAST_STATUS
        && !OF_WORKFLOWS.contains(filter.field());
  }

  private static boolean matches(ProcessQuery.Filter filter, boolean task) {
    return filter.text().matches(value -> value.equals(Boolean.toString(task)));
  }

  private static boolean matches(ProcessQuery.Filter filter, ProcessStatus status) {
    return filter.text().matches(value -> like(value).matcher(status.text()).matches());
  }

  // what ilike does, for names that are lower-case letters
  private static Pattern like(String pattern) {
    return Pattern.compile(
        pattern
            .toLowerCase(Locale.ROOT)
            .chars()
            .mapToObj(character -> switch (character) {
              case '%' -> ".*";
              case '_' -> ".";
              default -> Pattern.quote(Character.toString(character));
            })
            .collect(Collectors.joining()),
        Pattern.DOTALL);
  }
}
