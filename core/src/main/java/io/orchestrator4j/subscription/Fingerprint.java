package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotStorable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a model's fields held at one moment: the texts of its values, and the ids of the blocks in its fields. Values
 * can be changed in place, so that this is the only way to know later what was changed.
 */
record Fingerprint(@Nullable String label, List<String> values, List<List<UUID>> blocks) {

  static Fingerprint of(ProductBlockModel block) {
    BlockDefinition definition = BlockDefinition.of(block.getClass());
    return new Fingerprint(
        block.label(),
        definition.values().stream().map(field -> text(field, block)).toList(),
        blocks(block, definition.blockFields()));
  }

  static Fingerprint of(SubscriptionModel subscription) {
    return new Fingerprint(
        null,
        List.of(),
        blocks(subscription, ProductTypeDefinition.of(subscription.getClass()).blockFields()));
  }

  /** The names of the fields that differ. */
  List<String> differences(Fingerprint other, BlockDefinition definition) {
    List<String> names = new ArrayList<>();
    if (!Objects.equals(label, other.label)) {
      names.add("label");
    }
    List<FieldDefinition.Value> fields = definition.values();
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).equals(other.values.get(i))) {
        names.add(fields.get(i).key());
      }
    }
    names.addAll(differences(other, definition.blockFields()));
    return names;
  }

  /** The names of the fields whose blocks differ. */
  List<String> differences(Fingerprint other, List<FieldDefinition.Blocks> fields) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < blocks.size(); i++) {
      if (!blocks.get(i).equals(other.blocks.get(i))) {
        names.add(fields.get(i).key());
      }
    }
    return names;
  }

  private static List<List<UUID>> blocks(Object model, List<FieldDefinition.Blocks> fields) {
    List<List<UUID>> blocks = new ArrayList<>();
    for (FieldDefinition.Blocks field : fields) {
      blocks.add(BlockDefinition.in(model, field).stream()
          .map(ProductBlockModel::subscriptionInstanceId)
          .toList());
    }
    return blocks;
  }

  private static String text(FieldDefinition.Value field, Object model) {
    Object value = Models.read(field, model);
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JacksonException | StackOverflowError e) {
      throw notStorable(field, value, e);
    }
  }

  // the tree is made once more, for its message
  private static RuntimeException notStorable(
      FieldDefinition.Value field, @Nullable Object value, Throwable thrown) {
    try {
      var _ = Json.toTree(value);
      return new IllegalStateException(field.access().place() + " cannot be written", thrown);
    } catch (NotStorable e) {
      return e.under(field.access().place());
    }
  }
}
