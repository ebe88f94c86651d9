package io.orchestrator4j.migration;

import io.orchestrator4j.catalogue.RowIds;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The rows of the catalogue by their names: what is there, what uses it, and how it is renamed, linked and deleted. */
final class CatalogueNames {

  /** What has a name. */
  enum Kind {
    PRODUCT("product", "products", "name"),
    BLOCK("block", "product_blocks", "name"),
    WORKFLOW("workflow", "workflows", "name"),
    RESOURCE_TYPE("resource type", "resource_types", "resource_type");

    private final String text;
    private final String table;
    private final String column;

    Kind(String text, String table, String column) {
      this.text = text;
      this.table = table;
      this.column = column;
    }
  }

  private static final String ATTRIBUTE = "attribute";
  private static final String KINDS = "kinds";

  private final Handle handle;

  CatalogueNames(Handle handle) {
    this.handle = handle;
  }

  boolean has(Kind kind, String name) {
    return count(
            "select count(*) from ${schema}.%s where %s = :name".formatted(kind.table, kind.column),
            name)
        > 0;
  }

  void require(Kind kind, String name) {
    if (!has(kind, name)) {
      throw MigrationRefused.notThere(kind.text, name);
    }
  }

  void rename(Kind kind, String name, String newName) {
    if (!has(kind, name) && has(kind, newName)) {
      return;
    }
    require(kind, name);
    if (has(kind, newName)) {
      throw MigrationRefused.nameTaken(kind.text, newName);
    }
    handle
        .createUpdate("update ${schema}.%s set %s = :new_name where %s = :name"
            .formatted(kind.table, kind.column, kind.column))
        .bind("name", name)
        .bind("new_name", newName)
        .execute();
  }

  // --- workflows
  // -----------------------------------------------------------------------------------------------------

  void linkToTypes(String workflow, List<String> productTypes) {
    handle
        .createUpdate("""
            insert into ${schema}.products_workflows (product_id, workflow_id)
            select p.product_id, w.workflow_id
            from ${schema}.products p, ${schema}.workflows w
            where w.name = :name
            and p.product_type = any(:types)
            on conflict do nothing
            """)
        .bind("name", workflow)
        .bindArray("types", String.class, productTypes)
        .execute();
  }

  void linkLikeOthers(String product) {
    execute("""
        insert into ${schema}.products_workflows (product_id, workflow_id)
        select distinct p.product_id, l.workflow_id
        from ${schema}.products p
        join ${schema}.products o on o.product_type = p.product_type
        join ${schema}.products_workflows l on l.product_id = o.product_id
        where p.name = :name
        on conflict do nothing
        """, product);
  }

  void unlink(String workflow, List<String> products) {
    handle
        .createUpdate("""
            delete from ${schema}.products_workflows l
            using ${schema}.products p, ${schema}.workflows w
            where l.product_id = p.product_id
            and l.workflow_id = w.workflow_id
            and w.name = :name
            and p.name = any(:products)
            """)
        .bind("name", workflow)
        .bindArray("products", String.class, products)
        .execute();
  }

  void deleteWorkflow(String name) {
    execute("""
        delete from ${schema}.products_workflows l
        using ${schema}.workflows w
        where l.workflow_id = w.workflow_id
        and w.name = :name
        """, name);
    int deleted = execute("""
        delete from ${schema}.workflows w
        where w.name = :name
        and not exists (select from ${schema}.processes p where p.workflow_id = w.workflow_id)
        """, name);
    if (deleted == 0) {
      execute("update ${schema}.workflows set deleted_at = now() where name = :name", name);
    }
  }

  // --- products
  // ------------------------------------------------------------------------------------------------------

  void deleteProduct(String name) {
    long subscriptions = count("""
        select count(*)
        from ${schema}.subscriptions s
        join ${schema}.products p using (product_id)
        where p.name = :name
        """, name);
    if (subscriptions > 0) {
      throw MigrationRefused.inUse(Kind.PRODUCT.text, name, subscriptions, "subscriptions");
    }
    execute("delete from ${schema}.products where name = :name", name);
  }

  void deleteFixedInput(String product, String name) {
    handle.createUpdate("""
            delete from ${schema}.fixed_inputs i
            using ${schema}.products p
            where i.product_id = p.product_id
            and p.name = :product
            and i.name = :name
            """).bind("product", product).bind("name", name).execute();
  }

  void renameFixedInput(String product, String name, String newName) {
    require(Kind.PRODUCT, product);
    int renamed = handle
        .createUpdate("""
            update ${schema}.fixed_inputs i
            set name = :new_name
            from ${schema}.products p
            where i.product_id = p.product_id
            and p.name = :product
            and i.name = :name
            """)
        .bind("product", product)
        .bind("name", name)
        .bind("new_name", newName)
        .execute();
    if (renamed == 0) {
      throw MigrationRefused.notThere("fixed input of the product '%s'".formatted(product), name);
    }
  }

  void deleteProductBlocks(String product, String attribute, List<String> kinds) {
    require(Kind.PRODUCT, product);
    refuseFilled("""
        select count(*)
        from ${schema}.subscription_instances i
        join ${schema}.product_blocks k using (product_block_id)
        join ${schema}.subscriptions s using (subscription_id)
        join ${schema}.products p using (product_id)
        where p.name = :name
        and i.parent_id is null
        and i.attribute = :attribute
        and (cardinality(:kinds) = 0 or k.name = any(:kinds))
        """, product, attribute, kinds);
    handle
        .createUpdate("""
            delete from ${schema}.product_product_blocks r
            using ${schema}.products p, ${schema}.product_blocks k
            where r.product_id = p.product_id
            and k.product_block_id = r.product_block_id
            and p.name = :name
            and r.attribute = :attribute
            and (cardinality(:kinds) = 0 or k.name = any(:kinds))
            """)
        .bind("name", product)
        .bind(ATTRIBUTE, attribute)
        .bindArray(KINDS, String.class, kinds)
        .execute();
  }

  int positionInProduct(String product, String attribute) {
    return position("""
        select r.position, r.attribute
        from ${schema}.product_product_blocks r
        join ${schema}.products p using (product_id)
        where p.name = :name
        """, product, attribute);
  }

  // --- blocks
  // --------------------------------------------------------------------------------------------------------

  void deleteBlock(String name) {
    long blocks = count("""
        select count(*)
        from ${schema}.subscription_instances i
        join ${schema}.product_blocks b using (product_block_id)
        where b.name = :name
        """, name);
    if (blocks > 0) {
      throw MigrationRefused.inUse(Kind.BLOCK.text, name, blocks, "blocks of subscriptions");
    }
    execute("delete from ${schema}.product_blocks where name = :name", name);
  }

  void requireField(String block, String field) {
    require(Kind.BLOCK, block);
    long found = handle
        .createQuery("""
            select count(*)
            from ${schema}.product_block_resource_types f
            join ${schema}.product_blocks b using (product_block_id)
            join ${schema}.resource_types r using (resource_type_id)
            where b.name = :block
            and r.resource_type = :field
            """)
        .bind("block", block)
        .bind("field", field)
        .mapTo(Long.class)
        .one();
    if (found == 0) {
      throw MigrationRefused.notThere("field of the block '%s'".formatted(block), field);
    }
  }

  void deleteField(String block, String field) {
    require(Kind.BLOCK, block);
    handle.createUpdate("""
            delete from ${schema}.product_block_resource_types f
            using ${schema}.product_blocks b, ${schema}.resource_types r
            where f.product_block_id = b.product_block_id
            and f.resource_type_id = r.resource_type_id
            and b.name = :block
            and r.resource_type = :field
            """).bind("block", block).bind("field", field).execute();
    dropUnused(field);
  }

  void renameField(String block, String field, String newField) {
    requireField(block, field);
    UUID id = new RowIds(handle).of(RowIds.RESOURCE_TYPE, newField);
    handle.createUpdate("""
            insert into ${schema}.resource_types (resource_type_id, resource_type)
            values (:id, :new_field)
            on conflict (resource_type) do nothing
            """).bind("id", id).bind("new_field", newField).execute();
    handle
        .createUpdate("""
            update ${schema}.product_block_resource_types f
            set resource_type_id = n.resource_type_id
            from ${schema}.product_blocks b, ${schema}.resource_types r, ${schema}.resource_types n
            where f.product_block_id = b.product_block_id
            and f.resource_type_id = r.resource_type_id
            and b.name = :block
            and r.resource_type = :field
            and n.resource_type = :new_field
            """)
        .bind("block", block)
        .bind("field", field)
        .bind("new_field", newField)
        .execute();
    dropUnused(field);
  }

  // a name that no field has any more is nobody's
  private void dropUnused(String field) {
    execute("""
        delete from ${schema}.resource_types r
        where r.resource_type = :name
        and not exists (
          select from ${schema}.product_block_resource_types f
          where f.resource_type_id = r.resource_type_id)
        """, field);
  }

  void deleteBlocks(String block, String attribute, List<String> kinds) {
    require(Kind.BLOCK, block);
    refuseFilled("""
        select count(*)
        from (
          select i.parent_id as holder, i.attribute, i.product_block_id
          from ${schema}.subscription_instances i
          union all
          select u.in_use_by_id, u.attribute, i.product_block_id
          from ${schema}.subscription_instance_relations u
          join ${schema}.subscription_instances i on i.subscription_instance_id = u.depends_on_id) as taken
        join ${schema}.subscription_instances h on h.subscription_instance_id = taken.holder
        join ${schema}.product_blocks b on b.product_block_id = h.product_block_id
        join ${schema}.product_blocks k on k.product_block_id = taken.product_block_id
        where b.name = :name
        and taken.attribute = :attribute
        and (cardinality(:kinds) = 0 or k.name = any(:kinds))
        """, block, attribute, kinds);
    handle
        .createUpdate("""
            delete from ${schema}.product_block_relations r
            using ${schema}.product_blocks b, ${schema}.product_blocks k
            where r.in_use_by_id = b.product_block_id
            and r.depends_on_id = k.product_block_id
            and b.name = :name
            and r.attribute = :attribute
            and (cardinality(:kinds) = 0 or k.name = any(:kinds))
            """)
        .bind("name", block)
        .bind(ATTRIBUTE, attribute)
        .bindArray(KINDS, String.class, kinds)
        .execute();
  }

  int positionInBlock(String block, String field) {
    return position("""
        select f.position, r.resource_type as attribute
        from ${schema}.product_block_resource_types f
        join ${schema}.product_blocks b using (product_block_id)
        join ${schema}.resource_types r using (resource_type_id)
        where b.name = :name
        union all
        select l.position, l.attribute
        from ${schema}.product_block_relations l
        join ${schema}.product_blocks b on b.product_block_id = l.in_use_by_id
        where b.name = :name
        """, block, field);
  }

  // --- names of fields
  // -----------------------------------------------------------------------------------------------

  void createResourceType(String name, String description) {
    UUID id = new RowIds(handle).of(RowIds.RESOURCE_TYPE, name);
    handle
        .createUpdate("""
            insert into ${schema}.resource_types (resource_type_id, resource_type, description)
            values (:id, :name, :description)
            on conflict (resource_type) do update set description = excluded.description
            """)
        .bind("id", id)
        .bind("name", name)
        .bind("description", description)
        .execute();
  }

  void deleteResourceType(String name) {
    long fields = count("""
        select count(*)
        from ${schema}.product_block_resource_types f
        join ${schema}.resource_types r using (resource_type_id)
        where r.resource_type = :name
        """, name);
    if (fields > 0) {
      throw MigrationRefused.inUse(Kind.RESOURCE_TYPE.text, name, fields, "fields of blocks");
    }
    execute("delete from ${schema}.resource_types where resource_type = :name", name);
  }

  // --- all of them
  // ---------------------------------------------------------------------------------------------------

  private int position(String fields, String name, String attribute) {
    return handle
        .createQuery("""
            select coalesce(max(f.position) filter (where f.attribute = :attribute), max(f.position) + 1, 0)
            from (%s) as f
            """.formatted(fields))
        .bind("name", name)
        .bind(ATTRIBUTE, attribute)
        .mapTo(Integer.class)
        .one();
  }

  private void refuseFilled(String counting, String name, String attribute, List<String> kinds) {
    long blocks = handle
        .createQuery(counting)
        .bind("name", name)
        .bind(ATTRIBUTE, attribute)
        .bindArray(KINDS, String.class, kinds)
        .mapTo(Long.class)
        .one();
    if (blocks > 0) {
      throw MigrationRefused.inUse("field", name + "." + attribute, blocks, "blocks");
    }
  }

  private long count(String sql, String name) {
    return handle.createQuery(sql).bind("name", name).mapTo(Long.class).one();
  }

  private int execute(String sql, String name) {
    return handle.createUpdate(sql).bind("name", name).execute();
  }
}
