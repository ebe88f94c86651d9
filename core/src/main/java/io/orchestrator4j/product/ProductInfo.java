package io.orchestrator4j.product;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A product as its row has it.
 *
 * @param tag a short label; at most 20 letters
 * @param endDate when it is no longer sold; null while that is not known
 */
public record ProductInfo(
    UUID productId,
    String name,
    String description,
    String productType,
    String tag,
    ProductLifecycle status,
    Instant createdAt,
    @Nullable Instant endDate) {}
