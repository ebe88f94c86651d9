package io.orchestrator4j.server.web;

/** Where a text stops being JSON, counted in characters, and why, in the wire's words. */
record JsonFault(int position, String reason) {

  /** The first fault of a text that a JSON parser has refused. */
  static JsonFault in(String text) {
    return new JsonScan(text).fault();
  }
}
