package io.orchestrator4j.lifecycle;

import io.orchestrator4j.engine.JournalReading;
import io.orchestrator4j.process.Delta;
import io.orchestrator4j.process.Journal;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.subscription.SubscriptionHistory;
import io.orchestrator4j.subscription.SubscriptionVersion;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.SubscriptionReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Shows domain models in journals as they were when they were recorded: a journal has references, the history has the
 * trees. All versions of a journal are read together. Thread-safe.
 */
public final class JournalModels implements JournalReading {

  private final SubscriptionHistory history;

  /** From this history. */
  public JournalModels(SubscriptionHistory history) {
    this.history = history;
  }

  @Override
  public Journal expand(Journal journal) {
    Set<SubscriptionVersion> wanted = new LinkedHashSet<>();
    List<@Nullable JsonNode> snapshots = new ArrayList<>();
    for (StepRecord record : journal.records()) {
      JsonNode snapshot = record.snapshot() == null ? null : Json.read(record.snapshot());
      snapshots.add(snapshot);
      collect(record.delta().set(), wanted);
      if (snapshot != null) {
        collect(snapshot, wanted);
      }
    }
    if (wanted.isEmpty()) {
      return journal;
    }
    Map<SubscriptionVersion, ObjectNode> shown = history.expand(wanted);
    List<StepRecord> records = new ArrayList<>();
    for (int i = 0; i < journal.records().size(); i++) {
      records.add(expanded(journal.records().get(i), snapshots.get(i), shown));
    }
    return new Journal(records);
  }

  private static StepRecord expanded(
      StepRecord record, @Nullable JsonNode snapshot, Map<SubscriptionVersion, ObjectNode> shown) {
    Delta delta = record.delta();
    return new StepRecord(
        record.stepId(),
        record.place(),
        record.status(),
        record.attempt(),
        new Delta((ObjectNode) expanded(delta.set(), shown), delta.removed()),
        snapshot == null ? null : Json.write(expanded(snapshot, shown)),
        record.failure());
  }

  private static void collect(JsonNode tree, Set<SubscriptionVersion> wanted) {
    version(tree).ifPresent(wanted::add);
    for (JsonNode child : tree) {
      if (child.isContainer()) {
        collect(child, wanted);
      }
    }
  }

  private static JsonNode expanded(JsonNode tree, Map<SubscriptionVersion, ObjectNode> shown) {
    ObjectNode known = version(tree).map(shown::get).orElse(null);
    if (known != null) {
      return known.deepCopy();
    }
    return switch (tree) {
      case ObjectNode object -> {
        ObjectNode copy = Json.object();
        object.forEachEntry((name, value) -> copy.set(name, expanded(value, shown)));
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = Json.mapper().createArrayNode();
        array.forEach(item -> copy.add(expanded(item, shown)));
        yield copy;
      }
      default -> tree;
    };
  }

  private static Optional<SubscriptionVersion> version(JsonNode tree) {
    return SubscriptionReference.read(tree)
        .map(reference -> new SubscriptionVersion(reference.subscriptionId(), reference.version()));
  }
}
