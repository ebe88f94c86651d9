package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Fills the fields of models with what is stored: values, and blocks in their order. */
final class TreeFields {

  private final StoredTrees trees;
  private final World world;
  private final Map<UUID, Map<String, List<UUID>>> fields;

  TreeFields(StoredTrees trees, World world) {
    this.trees = trees;
    this.world = world;
    this.fields = trees.fields();
  }

  /** A value whose key is not stored stays what the class says that it is at first. */
  void fill(ProductBlockModel block, StoredBlock stored) {
    BlockDefinition definition = BlockDefinition.of(block.getClass());
    block.label(stored.label());
    for (FieldDefinition.Value field : definition.values()) {
      JsonNode value = stored.values().get(field.key());
      if (value != null) {
        write(block, stored, field, value);
      }
    }
    SubscriptionHeader header = world.header(stored.owner());
    definition.blockFields().forEach(field -> fill(block, stored.id(), field, header));
  }

  void fill(SubscriptionModel subscription, ProductTypeDefinition type) {
    type.blockFields()
        .forEach(field ->
            fill(subscription, subscription.subscriptionId(), field, subscription.header()));
  }

  private void write(
      ProductBlockModel block, StoredBlock stored, FieldDefinition.Value field, JsonNode value) {
    try {
      Models.write(field, block, Json.fromTree(value, field.access().type()));
    } catch (NotConvertible e) {
      throw NotUsable.NotReadable.value(
          world.header(stored.owner()), stored, field.access().place(), e);
    }
  }

  private void fill(
      Object model, UUID node, FieldDefinition.Blocks field, SubscriptionHeader header) {
    List<ProductBlockModel> found = new ArrayList<>();
    for (UUID id : fields.getOrDefault(node, Map.of()).getOrDefault(field.key(), List.of())) {
      found.add(block(id, field, header));
    }
    switch (field.cardinality()) {
      case FieldDefinition.Cardinality.Many _ -> Models.write(field, model, found);
      case FieldDefinition.Cardinality.One _, FieldDefinition.Cardinality.Optional _ -> {
        if (found.size() > 1) {
          throw NotUsable.NotReadable.tooMany(header, field.access().place(), found.size());
        }
        Models.write(field, model, found.isEmpty() ? null : found.getFirst());
      }
    }
  }

  private ProductBlockModel block(
      UUID id, FieldDefinition.Blocks field, SubscriptionHeader header) {
    Tracked.Block tracked = world.block(id);
    if (tracked == null) {
      throw NotUsable.NotDefined.block(
          Objects.requireNonNull(trees.blocks().get(id)).name(), header);
    }
    if (!field.accepts(tracked.model().getClass())) {
      throw NotUsable.NotReadable.unfit(
          header, field.access().place(), tracked.model().name());
    }
    return tracked.model();
  }
}
