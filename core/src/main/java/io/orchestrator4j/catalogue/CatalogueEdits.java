package io.orchestrator4j.catalogue;

import io.orchestrator4j.audit.AuditAction;
import io.orchestrator4j.audit.AuditEntry;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.workflow.Caller;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What operators may change in the catalogue; each change leaves its row in the audit. Thread-safe. */
public final class CatalogueEdits {

  private final EditTables tables;
  private final Clock clock;

  public CatalogueEdits(Database database, Clock clock) {
    this.tables = new EditTables(database);
    this.clock = clock;
  }

  /**
   * Describes a product, or says how far it is in its life.
   *
   * @param description null to leave it
   * @param status null to leave it
   */
  public EditOutcome product(
      Caller caller,
      UUID productId,
      @Nullable String description,
      @Nullable ProductLifecycle status) {
    AuditEntry entry = entry(caller, AuditAction.EDIT_PRODUCT);
    AuditEntry withStatus = status == null ? entry : entry.with("status", status.text());
    return tables.product(
        productId,
        description,
        status,
        description == null ? withStatus : withStatus.with("description", "written"));
  }

  /** Describes a block. */
  public EditOutcome block(Caller caller, UUID productBlockId, String description) {
    return tables.describe(
        EditTables.BLOCK,
        productBlockId,
        description,
        entry(caller, AuditAction.EDIT_PRODUCT_BLOCK).with("description", "written"));
  }

  /** Describes a resource type. */
  public EditOutcome resourceType(Caller caller, UUID resourceTypeId, String description) {
    return tables.describe(
        EditTables.RESOURCE_TYPE,
        resourceTypeId,
        description,
        entry(caller, AuditAction.EDIT_RESOURCE_TYPE).with("description", "written"));
  }

  /** Describes a workflow. */
  public EditOutcome workflow(Caller caller, UUID workflowId, String description) {
    return tables.describe(
        EditTables.WORKFLOW,
        workflowId,
        description,
        entry(caller, AuditAction.EDIT_WORKFLOW).with("description", "written"));
  }

  private AuditEntry entry(Caller caller, AuditAction action) {
    return AuditEntry.of(caller, action, clock.instant());
  }
}
