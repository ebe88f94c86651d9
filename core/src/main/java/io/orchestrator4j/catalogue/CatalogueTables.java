package io.orchestrator4j.catalogue;

import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.workflow.Target;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Reads the catalogue's tables for people. */
final class CatalogueTables {

  private CatalogueTables() {}

  private static final String PRODUCT = """
      select product_id, name, description, product_type, tag, status, created_at, end_date
      from ${schema}.products
      """;

  static List<ProductInfo> products(
      Handle handle, @Nullable String tag, @Nullable String productType) {
    return handle
        .createQuery(PRODUCT + """
            where (cast(:tag as text) is null or tag = :tag)
            and (cast(:product_type as text) is null or product_type = :product_type)
            order by name
            limit :most
            """)
        .bind("tag", tag)
        .bind("product_type", productType)
        .bind("most", ProductTables.MOST)
        .map((row, _) -> ProductTables.product(row))
        .list();
  }

  static List<ProductInfo> product(Handle handle, UUID productId) {
    return handle
        .createQuery(PRODUCT + "where product_id = :product_id")
        .bind("product_id", productId)
        .map((row, _) -> ProductTables.product(row))
        .list();
  }

  /** The blocks directly below the subscriptions to products, by name, each once. */
  static Map<UUID, List<UUID>> rootsOf(Handle handle, Collection<UUID> productIds) {
    return perProduct(
        handle.createQuery("""
            select r.product_id, r.product_block_id
            from ${schema}.product_product_blocks r
            join ${schema}.product_blocks b using (product_block_id)
            where r.product_id = any(:product_ids)
            group by r.product_id, r.product_block_id, b.name
            order by b.name
            """),
        productIds,
        (row, _) -> row.getObject("product_block_id", UUID.class));
  }

  static Map<UUID, List<FixedInputInfo>> fixedInputsOf(Handle handle, Collection<UUID> productIds) {
    return perProduct(
        handle.createQuery("""
            select product_id, fixed_input_id, name, value, created_at
            from ${schema}.fixed_inputs
            where product_id = any(:product_ids)
            order by name
            """),
        productIds,
        (row, _) -> new FixedInputInfo(
            row.getObject("fixed_input_id", UUID.class),
            row.getString("name"),
            row.getString("value"),
            time(row, "created_at")));
  }

  static Map<UUID, List<WorkflowInfo>> workflowsOf(Handle handle, Collection<UUID> productIds) {
    return perProduct(handle.createQuery("""
            select l.product_id, w.workflow_id, w.name, w.target, w.is_task, w.description, w.created_at
            from ${schema}.products_workflows l
            join ${schema}.workflows w using (workflow_id)
            where l.product_id = any(:product_ids)
            and w.deleted_at is null
            order by w.name
            """), productIds, (row, _) -> workflow(row));
  }

  private static <T> Map<UUID, List<T>> perProduct(
      Query query, Collection<UUID> productIds, RowMapper<T> mapper) {
    Map<UUID, List<T>> found = new LinkedHashMap<>();
    query
        .bindArray("product_ids", UUID.class, productIds)
        .map((row, context) ->
            Map.entry(row.getObject("product_id", UUID.class), mapper.map(row, context)))
        .forEach(entry ->
            found.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
    return found;
  }

  /** Blocks with the fields of each in their order. */
  static Map<UUID, BlockInfo> blocks(Handle handle, Collection<UUID> blockIds) {
    Map<UUID, List<ResourceTypeInfo>> fields = fieldsOf(handle, blockIds);
    Map<UUID, BlockInfo> blocks = new LinkedHashMap<>();
    handle
        .createQuery("""
            select product_block_id, name, description, tag, status, created_at, end_date
            from ${schema}.product_blocks
            where product_block_id = any(:block_ids)
            order by name
            """)
        .bindArray("block_ids", UUID.class, blockIds)
        .map((row, _) -> block(row, fields))
        .forEach(block -> blocks.put(block.productBlockId(), block));
    return blocks;
  }

  private static BlockInfo block(ResultSet row, Map<UUID, List<ResourceTypeInfo>> fields)
      throws SQLException {
    UUID id = row.getObject("product_block_id", UUID.class);
    return new BlockInfo(
        id,
        row.getString("name"),
        row.getString("description"),
        row.getString("tag"),
        ProductLifecycle.parse(row.getString("status")),
        time(row, "created_at"),
        row.getObject("end_date") == null ? null : time(row, "end_date"),
        fields.getOrDefault(id, List.of()));
  }

  private static Map<UUID, List<ResourceTypeInfo>> fieldsOf(
      Handle handle, Collection<UUID> blockIds) {
    Map<UUID, List<ResourceTypeInfo>> fields = new LinkedHashMap<>();
    handle
        .createQuery("""
            select f.product_block_id, r.resource_type_id, r.resource_type, r.description
            from ${schema}.product_block_resource_types f
            join ${schema}.resource_types r using (resource_type_id)
            where f.product_block_id = any(:block_ids)
            order by f.position, r.resource_type
            """)
        .bindArray("block_ids", UUID.class, blockIds)
        .map(
            (row, _) -> Map.entry(row.getObject("product_block_id", UUID.class), resourceType(row)))
        .forEach(entry ->
            fields.computeIfAbsent(entry.getKey(), _ -> new ArrayList<>()).add(entry.getValue()));
    return fields;
  }

  static Optional<ResourceTypeInfo> resourceType(Handle handle, UUID resourceTypeId) {
    return handle
        .createQuery("""
            select resource_type_id, resource_type, description
            from ${schema}.resource_types
            where resource_type_id = :resource_type_id
            """)
        .bind("resource_type_id", resourceTypeId)
        .map((row, _) -> resourceType(row))
        .findOne();
  }

  private static ResourceTypeInfo resourceType(ResultSet row) throws SQLException {
    return new ResourceTypeInfo(
        row.getObject("resource_type_id", UUID.class),
        row.getString("resource_type"),
        row.getString("description"));
  }

  static List<WorkflowInfo> workflows(Handle handle) {
    return handle.createQuery("""
            select workflow_id, name, target, is_task, description, created_at
            from ${schema}.workflows
            where deleted_at is null
            order by name
            """).map((row, _) -> workflow(row)).list();
  }

  static Optional<WorkflowInfo> workflow(Handle handle, UUID workflowId) {
    return handle
        .createQuery("""
            select workflow_id, name, target, is_task, description, created_at
            from ${schema}.workflows
            where workflow_id = :workflow_id
            and deleted_at is null
            """)
        .bind("workflow_id", workflowId)
        .map((row, _) -> workflow(row))
        .findOne();
  }

  private static WorkflowInfo workflow(ResultSet row) throws SQLException {
    return new WorkflowInfo(
        row.getObject("workflow_id", UUID.class),
        row.getString("name"),
        Target.valueOf(row.getString("target")),
        row.getBoolean("is_task"),
        row.getString("description"),
        time(row, "created_at"));
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
