package io.orchestrator4j.product;

import jakarta.validation.groups.Default;

/** The constraints that a subscription must keep to while it is initial, besides those that always hold. */
public interface Initial extends Default {}
