package io.orchestrator4j.form.field;

import org.jspecify.annotations.Nullable;

/**
 * A limit that a value does not keep to.
 *
 * @param item the number of the list's item that is concerned; null for the value itself
 */
public record BrokenLimit(@Nullable Integer item, Limit limit) {}
