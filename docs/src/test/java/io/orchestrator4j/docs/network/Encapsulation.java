package io.orchestrator4j.docs.network;

/** How a circuit's frames look at a port. */
// tag::union
public sealed interface Encapsulation permits TaggedBlock, UntaggedBlock {}
// end::union
