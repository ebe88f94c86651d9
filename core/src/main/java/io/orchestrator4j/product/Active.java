package io.orchestrator4j.product;

/** The constraints that a subscription must keep to while it is active; those of {@link Provisioning} too, besides those that always hold. */
public interface Active extends Provisioning {}
