package io.orchestrator4j.docs.network;

/** What a port takes. */
// tag::block
public enum PortMode {
  TAGGED,
  UNTAGGED
}
// end::block
