package io.orchestrator4j.migration;

import io.orchestrator4j.catalogue.RowIds;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** What a migration does to kinds of blocks and their fields, besides writing their rows. */
final class BlockChanges {

  private final Handle handle;
  private final CatalogueNames names;

  BlockChanges(Handle handle, CatalogueNames names) {
    this.handle = handle;
    this.names = names;
  }

  void deleteBlock(String name) {
    long blocks = names.count("""
        select count(*)
        from ${schema}.subscription_instances i
        join ${schema}.product_blocks b using (product_block_id)
        where b.name = :name
        """, name);
    if (blocks > 0) {
      throw MigrationRefused.inUse(
          CatalogueNames.Kind.BLOCK.text(), name, blocks, "blocks of subscriptions");
    }
    List<String> fields = fields(name);
    names.execute("delete from ${schema}.product_blocks where name = :name", name);
    fields.forEach(this::dropUnused);
  }

  private List<String> fields(String block) {
    return handle.createQuery("""
            select r.resource_type
            from ${schema}.product_block_resource_types f
            join ${schema}.product_blocks b using (product_block_id)
            join ${schema}.resource_types r using (resource_type_id)
            where b.name = :block
            """).bind("block", block).mapTo(String.class).list();
  }

  void requireField(String block, String field) {
    names.require(CatalogueNames.Kind.BLOCK, block);
    if (!hasField(block, field)) {
      throw MigrationRefused.notThere(fieldOf(block), field);
    }
  }

  private static String fieldOf(String block) {
    return "field of the block '%s'".formatted(block);
  }

  private boolean hasField(String block, String field) {
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
    return found > 0;
  }

  void deleteField(String block, String field) {
    names.require(CatalogueNames.Kind.BLOCK, block);
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
    if (!field.equals(newField) && hasField(block, newField)) {
      throw MigrationRefused.nameTaken(fieldOf(block), newField);
    }
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

  // a name that no field has any more is nobody's, unless somebody has described it
  private void dropUnused(String field) {
    names.execute("""
        delete from ${schema}.resource_types r
        where r.resource_type = :name
        and coalesce(r.description, '') = ''
        and not exists (
          select from ${schema}.product_block_resource_types f
          where f.resource_type_id = r.resource_type_id)
        """, field);
  }

  void deleteBlocks(String block, String attribute, List<String> kinds) {
    names.require(CatalogueNames.Kind.BLOCK, block);
    names.refuseFilled("""
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
        .bind(CatalogueNames.ATTRIBUTE, attribute)
        .bindArray(CatalogueNames.KINDS, String.class, kinds)
        .execute();
  }

  int positionInBlock(String block, String field) {
    return names.position("""
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
    long fields = names.count("""
        select count(*)
        from ${schema}.product_block_resource_types f
        join ${schema}.resource_types r using (resource_type_id)
        where r.resource_type = :name
        """, name);
    if (fields > 0) {
      throw MigrationRefused.inUse(
          CatalogueNames.Kind.RESOURCE_TYPE.text(), name, fields, "fields of blocks");
    }
    names.execute("delete from ${schema}.resource_types where resource_type = :name", name);
  }
}
