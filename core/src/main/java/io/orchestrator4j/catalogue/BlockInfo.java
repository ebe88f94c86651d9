package io.orchestrator4j.catalogue;

import io.orchestrator4j.product.ProductLifecycle;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A block as its row has it.
 *
 * @param tag null where there is none
 * @param resourceTypes its fields that hold values, in their order
 */
public record BlockInfo(
    UUID productBlockId,
    String name,
    String description,
    @Nullable String tag,
    ProductLifecycle status,
    Instant createdAt,
    @Nullable Instant endDate,
    List<ResourceTypeInfo> resourceTypes) {

  public BlockInfo {
    resourceTypes = List.copyOf(resourceTypes);
  }
}
