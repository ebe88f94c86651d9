package io.orchestrator4j.docs.network;

/** The author's own client of what makes circuits. */
interface CircuitController {

  int connect(CircuitBlock circuit);

  void limit(int circuitId, int bandwidth);
}
