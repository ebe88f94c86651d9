package io.orchestrator4j.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The ids of new rows: derived from kind and name (UUIDs of version 3, RFC 9562), so that they are the same in every
 * environment. A row keeps its id when it is renamed; what comes under its old name later gets the next id of that name.
 */
public final class RowIds {

  /** A kind of row: its table and its column with ids. */
  public record Kind(String name, String table, String id) {}

  public static final Kind PRODUCT = new Kind("product", "products", "product_id");
  public static final Kind FIXED_INPUT = new Kind("fixed_input", "fixed_inputs", "fixed_input_id");
  public static final Kind BLOCK = new Kind("product_block", "product_blocks", "product_block_id");
  public static final Kind RESOURCE_TYPE =
      new Kind("resource_type", "resource_types", "resource_type_id");
  public static final Kind WORKFLOW = new Kind("workflow", "workflows", "workflow_id");

  private final Handle handle;

  /** Ids that are free in the transaction of a handle. */
  public RowIds(Handle handle) {
    this.handle = handle;
  }

  /** The id for a new row of this name. */
  public UUID of(Kind kind, String name) {
    UUID id = derived(kind, name, 1);
    for (int i = 2; isTaken(kind, id); i++) {
      id = derived(kind, name, i);
    }
    return id;
  }

  private static UUID derived(Kind kind, String name, int number) {
    String text = kind.name + "/" + name + (number == 1 ? "" : "/" + number);
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private boolean isTaken(Kind kind, UUID id) {
    return handle
        .createQuery("select exists (select from ${schema}.%s where %s = :id)"
            .formatted(kind.table, kind.id))
        .bind("id", id)
        .mapTo(Boolean.class)
        .one();
  }
}
