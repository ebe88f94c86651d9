package io.orchestrator4j.migration;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** What a migration does to registered workflows, besides writing their rows. */
final class WorkflowChanges {

  private final Handle handle;
  private final CatalogueNames names;

  WorkflowChanges(Handle handle, CatalogueNames names) {
    this.handle = handle;
    this.names = names;
  }

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
    names.execute("""
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
    names.execute("""
        delete from ${schema}.products_workflows l
        using ${schema}.workflows w
        where l.workflow_id = w.workflow_id
        and w.name = :name
        """, name);
    int deleted = names.execute("""
        delete from ${schema}.workflows w
        where w.name = :name
        and not exists (select from ${schema}.processes p where p.workflow_id = w.workflow_id)
        """, name);
    if (deleted == 0) {
      names.execute("update ${schema}.workflows set deleted_at = now() where name = :name", name);
    }
  }
}
