package io.orchestrator4j.benchmarks.peer.dbos;

/** Five durable steps, as DBOS runs them: through a proxy of this interface. */
public interface DbosFiveSteps {

  /** How many steps there are. */
  int STEPS = 5;

  /** Runs them; each leaves behind 1 KB. */
  void run();
}
