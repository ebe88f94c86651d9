package io.orchestrator4j.form;

/**
 * One of the values that a field offers.
 *
 * @param value what the answer holds
 * @param label what people read
 */
public record Option<T>(T value, String label) {}
