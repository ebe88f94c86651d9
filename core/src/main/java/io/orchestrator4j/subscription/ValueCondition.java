package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.FieldDefinition;
import io.orchestrator4j.value.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** That a block of one kind has a value in a field, as SQL. */
final class ValueCondition {

  private final Conditions conditions;
  private final boolean onIndex;

  ValueCondition(Conditions conditions, boolean onIndex) {
    this.conditions = conditions;
    this.onIndex = onIndex;
  }

  String of(
      BlockDefinition block, FieldDefinition.Value field, Restriction.Where where, String alias) {
    WantedValue wanted = WantedValue.of(where, field.access().type());
    String kind = """
        %s.product_block_id = (
          select k.product_block_id
          from ${schema}.product_blocks k
          where k.name = %s)
        and\s""".formatted(alias, conditions.bound(block.name()));
    return kind
        + (onIndex
                && field.searchable()
                && !wanted.node().isContainer()
                && !wanted.node().isNull()
            ? indexed(block, field, wanted.node(), alias)
            : stored(block, field, wanted, alias));
  }

  private String indexed(
      BlockDefinition block, FieldDefinition.Value field, JsonNode wanted, String alias) {
    List<String> texts = IndexedText.of(field.access().place(), wanted);
    String text = conditions.bound(texts.getFirst());
    return """
        %s.subscription_instance_id in (
          select v.subscription_instance_id
          from ${schema}.searchable_values v
          where v.product_block_id = (
            select k.product_block_id
            from ${schema}.product_blocks k
            where k.name = %s)
          and v.field = %s
          and md5(v.value) = md5(%s)
          and v.value = %s)""".formatted(
            alias, conditions.bound(block.name()), conditions.bound(field.key()), text, text);
  }

  // where the key is not stored, the block has what its class says that it is at first
  private String stored(
      BlockDefinition block, FieldDefinition.Value field, WantedValue wanted, String alias) {
    JsonNode initial = InitialValue.of(block, field);
    String found = "coalesce((%s.instance_values -> %s)::jsonb, %s::jsonb)"
        .formatted(alias, conditions.bound(field.key()), conditions.bound(Json.write(initial)));
    String expected = conditions.bound(Json.write(wanted.node())) + "::jsonb";
    return wanted.item() ? """
          exists (
            select 1
            from jsonb_array_elements(case when jsonb_typeof(%s) = 'array' then %s else '[]'::jsonb end) as e (item)
            where e.item = %s)""".formatted(found, found, expected) : found + " = " + expected;
  }
}
