package io.orchestrator4j.migration;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a migration does to products, besides writing their rows. */
final class ProductChanges {

  private final Handle handle;
  private final CatalogueNames names;

  ProductChanges(Handle handle, CatalogueNames names) {
    this.handle = handle;
    this.names = names;
  }

  void deleteProduct(String name) {
    long subscriptions = names.count("""
        select count(*)
        from ${schema}.subscriptions s
        join ${schema}.products p using (product_id)
        where p.name = :name
        """, name);
    if (subscriptions > 0) {
      throw MigrationRefused.inUse(
          CatalogueNames.Kind.PRODUCT.text(), name, subscriptions, "subscriptions");
    }
    names.execute("delete from ${schema}.products where name = :name", name);
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
    names.require(CatalogueNames.Kind.PRODUCT, product);
    String kind = "fixed input of the product '%s'".formatted(product);
    if (!name.equals(newName) && hasFixedInput(product, newName)) {
      throw MigrationRefused.nameTaken(kind, newName);
    }
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
      throw MigrationRefused.notThere(kind, name);
    }
  }

  private boolean hasFixedInput(String product, String name) {
    return handle
        .createQuery("""
            select exists (
              select
              from ${schema}.fixed_inputs i
              join ${schema}.products p using (product_id)
              where p.name = :product
              and i.name = :name)
            """)
        .bind("product", product)
        .bind("name", name)
        .mapTo(Boolean.class)
        .one();
  }

  void deleteProductBlocks(String product, String attribute, List<String> kinds) {
    names.require(CatalogueNames.Kind.PRODUCT, product);
    names.refuseFilled("""
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
        .bind(CatalogueNames.ATTRIBUTE, attribute)
        .bindArray(CatalogueNames.KINDS, String.class, kinds)
        .execute();
  }

  int positionInProduct(String product, String attribute) {
    return names.position("""
        select r.position, r.attribute
        from ${schema}.product_product_blocks r
        join ${schema}.products p using (product_id)
        where p.name = :name
        """, product, attribute);
  }
}
