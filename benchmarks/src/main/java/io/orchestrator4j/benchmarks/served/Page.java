package io.orchestrator4j.benchmarks.served;

/**
 * A page of the list of processes.
 *
 * @param name what reports call it
 * @param query what is behind the question mark of its address
 */
public record Page(String name, String query) {}
