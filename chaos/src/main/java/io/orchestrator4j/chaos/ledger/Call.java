package io.orchestrator4j.chaos.ledger;

import java.util.UUID;

/**
 * A call that arrived and was carried out.
 *
 * @param key the idempotency key that came with it
 * @param node who called
 */
public record Call(UUID process, String step, String key, String node) {}
