package io.orchestrator4j.process;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.PlacedStep;
import io.orchestrator4j.workflow.StepFailure;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A journal as people read it: one row per record, with the whole state after it; identical failures
 * in a row as one; and behind them the steps that are still to come.
 *
 * @param state after the last step that the process has behind it
 */
public record Timeline(List<Row> rows, ObjectNode state) {

  public Timeline {
    rows = List.copyOf(rows);
  }

  /**
   * One row.
   *
   * @param done what is known of a step that has been reached; null where it is still to come
   */
  public record Row(String name, String status, @Nullable Done done) {}

  /**
   * What is known of a step that has been reached.
   *
   * @param state the whole state after it, or the failure
   * @param delta what of that differs from the step before
   */
  public record Done(
      UUID stepId,
      String by,
      Instant startedAt,
      Instant completedAt,
      JsonNode state,
      JsonNode delta) {}

  private static final String PENDING = "pending";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  /** The timeline of a journal, whose workflow has these steps. */
  public static Timeline of(Journal journal, List<PlacedStep> steps) {
    return new Reading().read(journal, steps);
  }

  /** The text of a failure's record on the wire, before anything is added for repetitions. */
  static ObjectNode failureState(StepFailure failure) {
    ObjectNode state = Json.object();
    state.put("class", failure.type());
    state.put("error", failure.message());
    if (failure.details() != null) {
      state.set("details", failure.details());
    }
    return state;
  }

  /** What is read so far, from the first record on. */
  private static final class Reading {

    private final List<Row> rows = new ArrayList<>();
    private ObjectNode state = Json.object();
    private ObjectNode previous = Json.object();
    private @Nullable StepRecord lastFailure;

    Timeline read(Journal journal, List<PlacedStep> steps) {
      journal.records().forEach(this::add);
      long behind = journal.records().stream()
          .filter(record -> record.status().isCleared() || record.status() == StepStatus.ABORT)
          .count();
      steps.stream()
          .skip(behind)
          .forEach(placed -> rows.add(new Row(placed.step().name(), PENDING, null)));
      return new Timeline(rows, state);
    }

    private void add(StepRecord record) {
      StepFailure failure = record.failure();
      if (failure != null) {
        addFailure(record, failure);
        return;
      }
      lastFailure = null;
      state = state.deepCopy();
      record.delta().applyTo(state);
      rows.add(row(record, state, difference(previous, state)));
      if (record.status().isCleared()) {
        previous = state;
      }
    }

    private void addFailure(StepRecord record, StepFailure failure) {
      if (lastFailure == null || !repeats(record, lastFailure)) {
        ObjectNode shown = failureState(failure);
        rows.add(row(record, shown, difference(previous, shown)));
      } else {
        repeat(record, lastFailure);
      }
      lastFailure = record;
    }

    // the row of the first attempt stays, and counts those that came to the same
    private void repeat(StepRecord record, StepRecord earlier) {
      Row last = rows.removeLast();
      Done first = Objects.requireNonNull(last.done());
      ObjectNode shown = (ObjectNode) first.state().deepCopy();
      shown.put("retries", shown.path("retries").asInt(0) + 1);
      ArrayNode times = shown.get("completed_at") instanceof ArrayNode known
          ? known
          : shown.putArray("completed_at");
      times.add(TIME.format(earlier.attempt().completedAt()));
      rows.add(new Row(
          last.name(),
          last.status(),
          new Done(
              first.stepId(),
              first.by(),
              record.attempt().startedAt(),
              record.attempt().completedAt(),
              shown,
              difference(previous, shown))));
    }

    private static boolean repeats(StepRecord record, StepRecord earlier) {
      StepFailure failure = Objects.requireNonNull(record.failure());
      StepFailure before = Objects.requireNonNull(earlier.failure());
      return record.place().path().equals(earlier.place().path())
          && record.attempt().by().equals(earlier.attempt().by())
          && failure.message().equals(before.message())
          && Objects.equals(failure.details(), before.details());
    }

    private static Row row(StepRecord record, JsonNode state, JsonNode delta) {
      StepRecord.Attempt attempt = record.attempt();
      return new Row(
          record.place().name(),
          record.status().text(),
          new Done(
              record.stepId(),
              attempt.by(),
              attempt.startedAt(),
              attempt.completedAt(),
              state,
              delta));
    }

    private static ObjectNode difference(ObjectNode before, ObjectNode after) {
      ObjectNode changed = Json.object();
      after.forEachEntry((key, value) -> {
        JsonNode old = before.get(key);
        if (value.equals(old)) {
          return;
        }
        boolean bothObjects = value instanceof ObjectNode && old instanceof ObjectNode;
        changed.set(key, bothObjects ? difference((ObjectNode) old, (ObjectNode) value) : value);
      });
      return changed;
    }
  }
}
