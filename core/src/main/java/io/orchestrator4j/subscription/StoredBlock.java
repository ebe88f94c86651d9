package io.orchestrator4j.subscription;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A block as its row has it, whether or not there is a class for it.
 *
 * @param owner the subscription that it belongs to
 * @param name of its kind
 * @param parent the block above it; null directly below the subscription
 * @param attribute the field that it is in
 * @param position its place in that field, from 0
 * @param values all of them by their keys, also those that the class no longer has; not to be changed
 */
record StoredBlock(
    UUID id,
    UUID owner,
    String name,
    @Nullable UUID parent,
    String attribute,
    int position,
    @Nullable String label,
    ObjectNode values) {

  /** What has it in a field: a block, or the subscription. */
  UUID node() {
    return parent == null ? owner : parent;
  }
}
