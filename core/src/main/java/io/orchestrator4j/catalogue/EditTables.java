package io.orchestrator4j.catalogue;

import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.audit.AuditRows;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.store.Database;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes what operators change in the catalogue, each change with its row in the audit. */
final class EditTables {

  /** A table whose rows have a description that can be edited, and which of its rows are there for people. */
  record Described(String table, String id, String name, String there) {}

  static final Described BLOCK =
      new Described("product_blocks", "product_block_id", "name", "true");
  static final Described RESOURCE_TYPE =
      new Described("resource_types", "resource_type_id", "resource_type", "true");
  static final Described WORKFLOW =
      new Described("workflows", "workflow_id", "name", "deleted_at is null");

  private final Database database;

  EditTables(Database database) {
    this.database = database;
  }

  EditOutcome product(
      UUID productId,
      @Nullable String description,
      @Nullable ProductLifecycle status,
      AuditEntry entry) {
    return database.inTransaction(handle -> {
      Optional<String> name = lockedProduct(handle, productId);
      if (name.isEmpty()) {
        return new EditOutcome.NotFound();
      }
      if (status == ProductLifecycle.END_OF_LIFE) {
        long subscriptions = subscribed(handle, productId);
        if (subscriptions > 0) {
          return new EditOutcome.StillSubscribed(subscriptions);
        }
      }
      var update = handle.createQuery(
          """
          with changed as (
            update ${schema}.products
            set description = coalesce(:description, description), status = coalesce(:status, status)
            where product_id = :product_id
            and (description, status) is distinct from (
              coalesce(:description, description), coalesce(:status, status))
            returning product_id),
          audited as (
          """ + AuditRows.insertFrom("changed") + ")\nselect count(*) from changed");
      AuditRows.bind(update, entry.on(name.get()));
      update
          .bind("product_id", productId)
          .bind("description", description)
          .bind("status", status == null ? null : status.text())
          .mapTo(Integer.class)
          .one();
      return new EditOutcome.Done();
    });
  }

  // the lock also holds back new subscriptions, whose foreign key needs the row
  private static Optional<String> lockedProduct(Handle handle, UUID productId) {
    return handle
        .createQuery("select name from ${schema}.products where product_id = :id for update")
        .bind("id", productId)
        .mapTo(String.class)
        .findOne();
  }

  private static long subscribed(Handle handle, UUID productId) {
    return handle
        .createQuery("""
            select count(*)
            from ${schema}.subscriptions
            where product_id = :product_id
            and status <> :terminated
            """)
        .bind("product_id", productId)
        .bind("terminated", SubscriptionLifecycle.TERMINATED.text())
        .mapTo(Long.class)
        .one();
  }

  EditOutcome describe(Described what, UUID id, String description, AuditEntry entry) {
    return database.inTransaction(handle -> {
      Optional<String> name = handle
          .createQuery("select %s from ${schema}.%s where %s = :id and %s for update"
              .formatted(what.name, what.table, what.id, what.there))
          .bind("id", id)
          .mapTo(String.class)
          .findOne();
      if (name.isEmpty()) {
        return new EditOutcome.NotFound();
      }
      var update = handle.createQuery(
          """
          with changed as (
            update ${schema}.%s
            set description = :description
            where %s = :id
            and description is distinct from :description
            returning %s),
          audited as (
          """.formatted(what.table, what.id, what.id) + AuditRows.insertFrom("changed")
              + ")\nselect count(*) from changed");
      AuditRows.bind(update, entry.on(name.get()));
      update
          .bind("id", id)
          .bind("description", description)
          .mapTo(Integer.class)
          .one();
      return new EditOutcome.Done();
    });
  }
}
