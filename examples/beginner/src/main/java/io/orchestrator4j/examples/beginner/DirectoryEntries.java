package io.orchestrator4j.examples.beginner;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The groups, or the users, that the directory has. Thread-safe. */
final class DirectoryEntries {

  private final Map<Integer, Entry> entries = new TreeMap<>();
  private int lastId;

  /**
   * One of them.
   *
   * @param group the group that it belongs to; empty for a group
   */
  record Entry(int id, String name, String group) {}

  /** Creates an entry and returns its number; the same number again if there is one of this name. */
  synchronized int create(String name, String group) {
    for (Entry entry : entries.values()) {
      if (entry.name().equals(name)) {
        return entry.id();
      }
    }
    lastId++;
    entries.put(lastId, new Entry(lastId, name, group));
    return lastId;
  }

  /** Gives an entry a name and a group; null leaves what it has. Returns whether it is there. */
  synchronized boolean change(int id, @Nullable String name, @Nullable String group) {
    return entries.computeIfPresent(
            id,
            (_, entry) -> new Entry(
                id, name == null ? entry.name() : name, group == null ? entry.group() : group))
        != null;
  }

  /** Removes an entry, if it is there. */
  synchronized void remove(int id) {
    entries.remove(id);
  }

  /** The entry of this number; null if there is none. */
  synchronized @Nullable Entry find(int id) {
    return entries.get(id);
  }

  /** All of them, the oldest first. */
  synchronized Collection<Entry> all() {
    return List.copyOf(entries.values());
  }
}
