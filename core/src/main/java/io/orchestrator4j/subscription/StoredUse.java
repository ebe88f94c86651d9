package io.orchestrator4j.subscription;

import java.util.UUID;

/**
 * That a field takes a block of another subscription, as its row says.
 *
 * @param user the block whose field it is, or the subscription
 * @param position the block's place in that field, from 0
 * @param subscription the subscription whose field it is
 */
record StoredUse(UUID user, String attribute, int position, UUID block, UUID subscription) {}
