package io.orchestrator4j.migration;

import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * All rows of a catalogue, and all that its subscriptions hold.
 *
 * @param lines a line for each row
 * @param values the document of each block, by its id, kind and place
 */
record CatalogueDump(Set<String> lines, Map<String, ObjectNode> values) {

  static CatalogueDump of(Database database) {
    List<String> rows =
        database.with(handle -> handle.createQuery("""
            select concat_ws(' ', 'block', name, tag) from ${schema}.product_blocks
            union all
            select concat_ws(' ', 'field', b.name, r.resource_type, f.position, f.value_type, coalesce(f.required_from, '-'))
            from ${schema}.product_block_resource_types f
            join ${schema}.product_blocks b using (product_block_id)
            join ${schema}.resource_types r using (resource_type_id)
            union all
            select concat_ws(' ', 'blocks of', u.name, l.attribute, d.name, l.position, l.ownership, l.min,
                             coalesce(l.max::text, '-'), coalesce(l.required_from, '-'))
            from ${schema}.product_block_relations l
            join ${schema}.product_blocks u on u.product_block_id = l.in_use_by_id
            join ${schema}.product_blocks d on d.product_block_id = l.depends_on_id
            union all
            select concat_ws(' ', 'product', name, product_type) from ${schema}.products
            union all
            select concat_ws(' ', 'input', p.name, i.name, i.value)
            from ${schema}.fixed_inputs i
            join ${schema}.products p using (product_id)
            union all
            select concat_ws(' ', 'blocks below', p.name, r.attribute, b.name, r.position, 'owned', r.min,
                             coalesce(r.max::text, '-'), coalesce(r.required_from, '-'))
            from ${schema}.product_product_blocks r
            join ${schema}.products p using (product_id)
            join ${schema}.product_blocks b using (product_block_id)
            union all
            select concat_ws(' ', 'workflow', name, target, is_task::text, description)
            from ${schema}.workflows
            where deleted_at is null
            union all
            select concat_ws(' ', 'link', p.name, w.name)
            from ${schema}.products_workflows l
            join ${schema}.products p using (product_id)
            join ${schema}.workflows w using (workflow_id)
            union all
            select 'name ' || resource_type || ' ' || coalesce(description, '') from ${schema}.resource_types
            union all
            select concat_ws(' ', 'subscription', s.subscription_id, p.name)
            from ${schema}.subscriptions s
            join ${schema}.products p using (product_id)
            """).mapTo(String.class).list());
    Set<String> lines = new TreeSet<>(rows);
    Map<String, ObjectNode> values = new TreeMap<>();
    database
        .with(handle -> handle
            .createQuery("""
                select concat_ws(' ', i.subscription_instance_id, b.name, i.attribute) as place,
                       i.instance_values::text as content
                from ${schema}.subscription_instances i
                join ${schema}.product_blocks b using (product_block_id)
                """)
            .map((row, _) -> Map.entry(row.getString("place"), row.getString("content")))
            .list())
        .forEach(each -> values.put(each.getKey(), (ObjectNode) Json.read(each.getValue())));
    return new CatalogueDump(lines, values);
  }

  static String line(String block, NewField field) {
    return "field %s %s %s %s %s"
        .formatted(
            block, field.name(), field.position(), field.valueType(), text(field.requiredFrom()));
  }

  static String line(String holder, String kind, NewBlocks field) {
    return "%s %s %s %s %s %s %s %s"
        .formatted(
            holder,
            field.name(),
            kind,
            field.position(),
            field.ownership(),
            field.least(),
            text(field.most()),
            text(field.requiredFrom()));
  }

  private static String text(@Nullable Object value) {
    return value == null ? "-" : value.toString();
  }

  /** The documents as they stand, keys in their order, without the fields of some kinds. */
  Map<String, String> documentsWithout(BiPredicate<String, String> kindAndField) {
    Map<String, String> documents = new TreeMap<>();
    values.forEach((place, document) -> {
      String kind = place.split(" ", 3)[1];
      ObjectNode rest = Json.object();
      document.properties().stream()
          .filter(each -> !kindAndField.test(kind, each.getKey()))
          .forEach(each -> rest.set(each.getKey(), each.getValue()));
      documents.put(place, Json.write(rest));
    });
    return documents;
  }
}
