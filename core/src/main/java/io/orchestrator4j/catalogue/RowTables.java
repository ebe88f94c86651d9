package io.orchestrator4j.catalogue;

import io.orchestrator4j.catalogue.CatalogueRow.BlockField;
import io.orchestrator4j.catalogue.CatalogueRow.BlockRow;
import io.orchestrator4j.catalogue.CatalogueRow.FieldRow;
import io.orchestrator4j.catalogue.CatalogueRow.FixedInputRow;
import io.orchestrator4j.catalogue.CatalogueRow.LinkRow;
import io.orchestrator4j.catalogue.CatalogueRow.ProductRow;
import io.orchestrator4j.catalogue.CatalogueRow.RelationRow;
import io.orchestrator4j.catalogue.CatalogueRow.RootRow;
import io.orchestrator4j.catalogue.CatalogueRow.WorkflowRow;
import io.orchestrator4j.workflow.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads all rows of the catalogue's tables by their names, to be compared with the code. */
final class RowTables {

  private RowTables() {}

  static List<CatalogueRow> read(Handle handle) {
    List<CatalogueRow> rows = new ArrayList<>();
    rows.addAll(products(handle));
    rows.addAll(fixedInputs(handle));
    rows.addAll(blocks(handle));
    rows.addAll(fields(handle));
    rows.addAll(relations(handle));
    rows.addAll(roots(handle));
    rows.addAll(workflows(handle));
    rows.addAll(links(handle));
    return rows;
  }

  private static <R> List<R> list(Handle handle, String sql, RowMapper<R> mapper) {
    return handle.createQuery(sql).map(mapper).list();
  }

  private static List<ProductRow> products(Handle handle) {
    return list(
        handle,
        "select name, product_type, tag, description from ${schema}.products",
        (row, _) -> new ProductRow(
            row.getString("name"),
            row.getString("product_type"),
            row.getString("tag"),
            row.getString("description")));
  }

  private static List<FixedInputRow> fixedInputs(Handle handle) {
    return list(
        handle,
        """
        select p.name as product, i.name, i.value
        from ${schema}.fixed_inputs i
        join ${schema}.products p using (product_id)
        """,
        (row, _) -> new FixedInputRow(
            row.getString("product"), row.getString("name"), "", row.getString("value")));
  }

  private static List<BlockRow> blocks(Handle handle) {
    return list(
        handle,
        "select name, coalesce(tag, '') as tag, description from ${schema}.product_blocks",
        (row, _) -> new BlockRow(
            row.getString("name"), row.getString("tag"), row.getString("description")));
  }

  private static List<FieldRow> fields(Handle handle) {
    return list(
        handle,
        """
        select b.name as block, r.resource_type, f.position, f.value_type, f.required_from
        from ${schema}.product_block_resource_types f
        join ${schema}.product_blocks b using (product_block_id)
        join ${schema}.resource_types r using (resource_type_id)
        """,
        (row, _) -> new FieldRow(
            row.getString("block"),
            row.getString("resource_type"),
            row.getInt("position"),
            row.getString("value_type"),
            row.getString("required_from")));
  }

  private static List<RelationRow> relations(Handle handle) {
    return list(
        handle,
        """
        select u.name as block, d.name as depends_on, r.ownership,
               r.attribute, r.position, r.min, r.max, r.required_from
        from ${schema}.product_block_relations r
        join ${schema}.product_blocks u on u.product_block_id = r.in_use_by_id
        join ${schema}.product_blocks d on d.product_block_id = r.depends_on_id
        """,
        (row, _) -> new RelationRow(
            row.getString("block"),
            row.getString("depends_on"),
            row.getString("ownership"),
            blockField(row)));
  }

  private static List<RootRow> roots(Handle handle) {
    return list(
        handle,
        """
        select p.name as product, b.name as block,
               r.attribute, r.position, r.min, r.max, r.required_from
        from ${schema}.product_product_blocks r
        join ${schema}.products p using (product_id)
        join ${schema}.product_blocks b using (product_block_id)
        """,
        (row, _) -> new RootRow(row.getString("product"), row.getString("block"), blockField(row)));
  }

  private static BlockField blockField(ResultSet row) throws SQLException {
    return new BlockField(
        row.getString("attribute"),
        row.getInt("position"),
        row.getInt("min"),
        row.getObject("max", Integer.class),
        row.getString("required_from"));
  }

  private static List<WorkflowRow> workflows(Handle handle) {
    return list(
        handle,
        """
        select name, target, is_task, deleted_at is not null as deleted, description
        from ${schema}.workflows
        """,
        (row, _) -> new WorkflowRow(
            row.getString("name"),
            Target.valueOf(row.getString("target")),
            row.getBoolean("is_task"),
            row.getBoolean("deleted"),
            row.getString("description")));
  }

  private static List<LinkRow> links(Handle handle) {
    return list(
        handle, """
        select p.name as product, w.name as workflow
        from ${schema}.products_workflows l
        join ${schema}.products p using (product_id)
        join ${schema}.workflows w using (workflow_id)
        where w.deleted_at is null
        """, (row, _) -> new LinkRow(row.getString("product"), row.getString("workflow")));
  }

  static Map<String, UUID> workflowIds(Handle handle) {
    return list(
            handle,
            "select name, workflow_id from ${schema}.workflows",
            (row, _) -> Map.entry(row.getString("name"), row.getObject("workflow_id", UUID.class)))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
