package io.orchestrator4j.transfer;

/**
 * How far a sequence was.
 *
 * @param called whether the value was given out already
 */
public record ExportedSequence(String name, long lastValue, boolean called) {}
