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
import io.orchestrator4j.product.ProductLifecycle;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes rows of the catalogue: new ones, and the facts of those that are there. Descriptions and statuses of rows that
 * are there stay as they are, since people edit them.
 */
public final class RowWriter {

  private final Handle handle;
  private final Instant now;
  private final RowIds ids;

  /** A writer in the transaction of a handle. */
  public RowWriter(Handle handle, Instant now) {
    this.handle = handle;
    this.now = now;
    this.ids = new RowIds(handle);
  }

  /** Writes rows, in an order in which none is before one that it needs. */
  public void write(List<CatalogueRow> rows) {
    writeAll(rows, ProductRow.class, PRODUCT, this::bind);
    writeAll(rows, FixedInputRow.class, FIXED_INPUT, this::bind);
    writeAll(rows, BlockRow.class, BLOCK, this::bind);
    writeAll(rows, FieldRow.class, RESOURCE_TYPE, this::bindResourceType);
    writeAll(rows, FieldRow.class, FIELD, RowWriter::bind);
    writeAll(rows, RelationRow.class, RELATION, RowWriter::bind);
    writeAll(rows, RootRow.class, ROOT, RowWriter::bind);
    writeAll(rows, WorkflowRow.class, WORKFLOW, this::bind);
    writeAll(rows, LinkRow.class, LINK, RowWriter::bind);
  }

  private <R extends CatalogueRow> void writeAll(
      List<CatalogueRow> rows, Class<R> kind, String sql, BiConsumer<PreparedBatch, R> binding) {
    List<R> ofKind = rows.stream().filter(kind::isInstance).map(kind::cast).toList();
    if (ofKind.isEmpty()) {
      return;
    }
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (R row : ofKind) {
        binding.accept(batch, row);
        batch.add();
      }
      batch.execute();
    }
  }

  private static final String PRODUCT = """
      insert into ${schema}.products (product_id, name, description, product_type, tag, status, created_at)
      values (:id, :name, :description, :product_type, :tag, :status, :now)
      on conflict (name) do update
      set product_type = excluded.product_type, tag = excluded.tag
      """;

  private void bind(PreparedBatch batch, ProductRow row) {
    batch
        .bind("id", ids.of(RowIds.PRODUCT, row.product()))
        .bind("name", row.product())
        .bind("description", row.description())
        .bind("product_type", row.productType())
        .bind("tag", row.tag())
        .bind("status", ProductLifecycle.ACTIVE.text())
        .bind("now", now);
  }

  private static final String FIXED_INPUT = """
      insert into ${schema}.fixed_inputs (fixed_input_id, product_id, name, value, created_at)
      select :id, product_id, :name, :value, :now
      from ${schema}.products
      where name = :product
      on conflict (product_id, name) do update
      set value = excluded.value
      """;

  private void bind(PreparedBatch batch, FixedInputRow row) {
    batch
        .bind("id", ids.of(RowIds.FIXED_INPUT, row.product() + "/" + row.input()))
        .bind("product", row.product())
        .bind("name", row.input())
        .bind("value", row.value())
        .bind("now", now);
  }

  private static final String BLOCK = """
      insert into ${schema}.product_blocks (product_block_id, name, description, tag, status, created_at)
      values (:id, :name, :description, nullif(:tag, ''), :status, :now)
      on conflict (name) do update
      set tag = excluded.tag
      """;

  private void bind(PreparedBatch batch, BlockRow row) {
    batch
        .bind("id", ids.of(RowIds.BLOCK, row.block()))
        .bind("name", row.block())
        .bind("description", row.description())
        .bind("tag", row.tag())
        .bind("status", ProductLifecycle.ACTIVE.text())
        .bind("now", now);
  }

  private static final String RESOURCE_TYPE = """
      insert into ${schema}.resource_types (resource_type_id, resource_type)
      values (:id, :name)
      on conflict (resource_type) do nothing
      """;

  private void bindResourceType(PreparedBatch batch, FieldRow row) {
    batch.bind("id", ids.of(RowIds.RESOURCE_TYPE, row.field())).bind("name", row.field());
  }

  private static final String FIELD = """
      insert into ${schema}.product_block_resource_types (
        product_block_id, resource_type_id, position, value_type, required_from)
      select b.product_block_id, r.resource_type_id, :position, :value_type, :required_from
      from ${schema}.product_blocks b, ${schema}.resource_types r
      where b.name = :block
      and r.resource_type = :field
      on conflict (product_block_id, resource_type_id) do update
      set position = excluded.position, value_type = excluded.value_type,
          required_from = excluded.required_from
      """;

  private static void bind(PreparedBatch batch, FieldRow row) {
    batch
        .bind("block", row.block())
        .bind("field", row.field())
        .bind("position", row.position())
        .bind("value_type", row.valueType())
        .bind("required_from", row.requiredFrom());
  }

  private static final String RELATION = """
      insert into ${schema}.product_block_relations (
        in_use_by_id, depends_on_id, attribute, position, ownership, min, max, required_from)
      select u.product_block_id, d.product_block_id, :attribute, :position, :ownership, :min, :max, :required_from
      from ${schema}.product_blocks u, ${schema}.product_blocks d
      where u.name = :block
      and d.name = :depends_on
      on conflict (in_use_by_id, attribute, depends_on_id) do update
      set position = excluded.position, ownership = excluded.ownership,
          min = excluded.min, max = excluded.max, required_from = excluded.required_from
      """;

  private static void bind(PreparedBatch batch, RelationRow row) {
    bind(batch, row.field());
    batch
        .bind("block", row.block())
        .bind("depends_on", row.dependsOn())
        .bind("ownership", row.ownership());
  }

  private static final String ROOT = """
      insert into ${schema}.product_product_blocks (
        product_id, product_block_id, attribute, position, min, max, required_from)
      select p.product_id, b.product_block_id, :attribute, :position, :min, :max, :required_from
      from ${schema}.products p, ${schema}.product_blocks b
      where p.name = :product
      and b.name = :block
      on conflict (product_id, attribute, product_block_id) do update
      set position = excluded.position,
          min = excluded.min, max = excluded.max, required_from = excluded.required_from
      """;

  private static void bind(PreparedBatch batch, RootRow row) {
    bind(batch, row.field());
    batch.bind("product", row.product()).bind("block", row.block());
  }

  private static void bind(PreparedBatch batch, BlockField field) {
    batch
        .bind("attribute", field.attribute())
        .bind("position", field.position())
        .bind("min", field.least())
        .bind("max", field.most())
        .bind("required_from", field.requiredFrom());
  }

  private static final String WORKFLOW = """
      insert into ${schema}.workflows (workflow_id, name, target, is_task, description, created_at)
      values (:id, :name, :target, :is_task, :description, :now)
      on conflict (name) do update
      set target = excluded.target, is_task = excluded.is_task, deleted_at = null
      """;

  private void bind(PreparedBatch batch, WorkflowRow row) {
    batch
        .bind("id", ids.of(RowIds.WORKFLOW, row.workflow()))
        .bind("name", row.workflow())
        .bind("target", row.target().name())
        .bind("is_task", row.task())
        .bind("description", row.description())
        .bind("now", now);
  }

  private static final String LINK = """
      insert into ${schema}.products_workflows (product_id, workflow_id)
      select p.product_id, w.workflow_id
      from ${schema}.products p, ${schema}.workflows w
      where p.name = :product
      and w.name = :workflow
      on conflict do nothing
      """;

  private static void bind(PreparedBatch batch, LinkRow row) {
    batch.bind("product", row.product()).bind("workflow", row.workflow());
  }
}
