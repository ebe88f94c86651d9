package io.orchestrator4j.engine;

import io.orchestrator4j.process.Delta;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotStorable;
import io.orchestrator4j.value.Storable;
import io.orchestrator4j.workflow.State;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The state of a running process, kept up to date delta by delta. Knows its size without writing it
 * out again, and when a snapshot is due: once the deltas since the last one outweigh it. Confined to
 * the thread that runs the process.
 */
final class RunningState {

  // a snapshot of a small state saves nothing that reading a few more rows would cost
  private static final long SMALLEST_SNAPSHOT = 16 * 1024;

  private final ObjectNode tree;
  private final long limit;
  private final Map<String, Long> sizes = new HashMap<>();
  private long size;
  private long sinceSnapshot;

  private RunningState(ObjectNode tree, long limit) {
    this.tree = tree;
    this.limit = limit;
    tree.forEachEntry((key, value) -> resize(key, sizeOf(key, value, Json.write(value))));
  }

  static RunningState of(ObjectNode tree, long limit) {
    return new RunningState(tree, limit);
  }

  /** The whole state; not to be changed by the caller. */
  ObjectNode tree() {
    return tree;
  }

  /**
   * Merges a result.
   *
   * @return what it changed
   * @throws NotStorable if a value cannot be stored; the state is as it was
   * @throws StateTooLarge if the state would exceed the limit; it is as it was
   */
  Delta merge(State result) {
    Map<String, Long> changed = new HashMap<>();
    Delta delta = Delta.between(tree, stored(result, changed), result.removed());
    changed.keySet().removeIf(key -> !delta.set().has(key));
    delta.removed().forEach(key -> changed.put(key, 0L));
    requireRoom(changed);
    delta.applyTo(tree);
    changed.forEach(this::resize);
    sinceSnapshot += changed.values().stream().mapToLong(Long::longValue).sum();
    return delta;
  }

  /** The whole state as text, if a snapshot is due; null otherwise. */
  @Nullable
  String dueSnapshot() {
    if (sinceSnapshot <= Math.max(size, SMALLEST_SNAPSHOT)) {
      return null;
    }
    sinceSnapshot = 0;
    return Json.write(tree);
  }

  // what the next step receives is what it would receive after a restart: the values as they are
  // read back
  private ObjectNode stored(State result, Map<String, Long> sizes) {
    ObjectNode stored = Json.object();
    result.toTree().forEachEntry((key, value) -> {
      String text = Json.write(value);
      sizes.put(key, sizeOf(key, value, text));
      stored.set(key, isAsRead(value) ? value : Json.read(text));
    });
    return stored;
  }

  // these are what they would be after they were written and read again, and nobody can change them
  private static boolean isAsRead(JsonNode value) {
    return value.isString() || value.isBoolean() || value.isNull() || value.isInt();
  }

  private void requireRoom(Map<String, Long> changed) {
    long after = size;
    for (Map.Entry<String, Long> entry : changed.entrySet()) {
      after += entry.getValue() - sizes.getOrDefault(entry.getKey(), 0L);
    }
    if (after > limit) {
      Map<String, Long> all = new HashMap<>(sizes);
      all.putAll(changed);
      Map.Entry<String, Long> largest =
          all.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
      throw new StateTooLarge(after, limit, largest.getKey(), largest.getValue());
    }
  }

  private void resize(String key, long bytes) {
    Long before = bytes == 0 ? sizes.remove(key) : sizes.put(key, bytes);
    size += bytes - (before == null ? 0 : before);
  }

  /** How many bytes a value takes under its key; refuses what cannot be stored. */
  static long sizeOf(String key, JsonNode value, String text) {
    long size = Storable.utf8Length(text);
    if (size < 0 || text.contains("\\u0000") || !Storable.isStorable(key)) {
      if (!Storable.isStorable(key)) {
        throw NotStorable.text("'" + key + "'");
      }
      Storable.require("'" + key + "'", value);
    }
    return key.length() + size;
  }
}
