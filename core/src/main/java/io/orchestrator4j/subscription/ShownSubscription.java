package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import tools.jackson.databind.node.ObjectNode;

/**
 * A subscription with its tree, for people to read.
 *
 * @param members its fixed inputs, its blocks and what they compute, by their keys on the wire
 */
public record ShownSubscription(SubscriptionHeader header, ObjectNode members) {}
