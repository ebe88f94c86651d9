package io.orchestrator4j.catalogue;

import java.time.Instant;
import java.util.UUID;

/** A fixed input of a product as its row has it. */
public record FixedInputInfo(UUID fixedInputId, String name, String value, Instant createdAt) {}
