package io.orchestrator4j.benchmarks;

/** Another system that can do what our benchmark does. */
enum Peer {
  /** DBOS Transact. */
  DBOS,
  /** Flowable. */
  FLOWABLE
}
