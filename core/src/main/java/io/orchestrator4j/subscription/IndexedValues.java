package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * The values of blocks by which the database finds them, or holds them unique.
 *
 * @param searchable a row for each value, and for each item of a list
 * @param unique a row for each value
 */
record IndexedValues(List<Searchable> searchable, List<Unique> unique) {

  /** A value that is searched for. */
  record Searchable(UUID instance, String block, String field, int position, String value) {}

  /**
   * A value that is unique.
   *
   * @param place the field, for people
   * @param scope of what: empty for everywhere, else an id
   */
  record Unique(
      UUID instance, String block, String field, String place, String scope, String hash) {}

  static IndexedValues none() {
    return new IndexedValues(new ArrayList<>(), new ArrayList<>());
  }

  /** Whether a kind of block has such values at all. */
  static boolean any(BlockDefinition definition) {
    return definition.values().stream().anyMatch(IndexedValues::isIndexed);
  }

  private static boolean isIndexed(FieldDefinition.Value field) {
    return field.searchable() || field.unique() != null;
  }

  /** Whether two states of one block have other such values. */
  static boolean differ(BlockDefinition definition, StoredBlock one, StoredBlock other) {
    return definition.values().stream()
        .filter(IndexedValues::isIndexed)
        .anyMatch(field -> !String.valueOf(one.values().get(field.key()))
            .equals(String.valueOf(other.values().get(field.key()))));
  }

  /** Adds those of one block. */
  void add(BlockDefinition definition, StoredBlock block, SubscriptionHeader header) {
    for (FieldDefinition.Value field : definition.values()) {
      if (!isIndexed(field)) {
        continue;
      }
      JsonNode value = InitialValue.of(block, definition, field);
      if (field.searchable()) {
        List<String> texts = IndexedText.of(field.access().place(), value);
        for (int i = 0; i < texts.size(); i++) {
          searchable.add(new Searchable(block.id(), block.name(), field.key(), i, texts.get(i)));
        }
      }
      if (field.unique() != null && !value.isNull()) {
        unique.add(new Unique(
            block.id(),
            block.name(),
            field.key(),
            field.access().place(),
            scope(field.unique(), header),
            IndexedText.hash(value)));
      }
    }
  }

  /** Adds those of others. */
  void addAll(IndexedValues others) {
    searchable.addAll(others.searchable());
    unique.addAll(others.unique());
  }

  /** In one order for all, so that nobody waits for one who waits for him. */
  IndexedValues sorted() {
    return new IndexedValues(
        searchable,
        unique.stream()
            .sorted(Comparator.comparing(Unique::block)
                .thenComparing(Unique::field)
                .thenComparing(Unique::scope)
                .thenComparing(Unique::hash))
            .toList());
  }

  private static String scope(
      io.orchestrator4j.product.Unique.Scope scope, SubscriptionHeader header) {
    return switch (scope) {
      case EVERYWHERE -> "";
      case CUSTOMER -> header.customerId();
      case PRODUCT -> header.product().productId().toString();
      case SUBSCRIPTION -> header.subscriptionId().toString();
    };
  }
}
