package io.orchestrator4j.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The name of a field, as its row has it: one for all blocks that use the name. */
public record ResourceTypeInfo(
    UUID resourceTypeId, String resourceType, @Nullable String description) {}
