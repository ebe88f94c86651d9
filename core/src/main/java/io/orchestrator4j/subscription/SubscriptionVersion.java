package io.orchestrator4j.subscription;

import java.util.UUID;

/** A subscription as it was after one of its changes. */
public record SubscriptionVersion(UUID subscriptionId, int version) {}
