package io.orchestrator4j.benchmarks.peer.dbos;

import dev.dbos.transact.DBOS;
import dev.dbos.transact.workflow.Workflow;
import io.orchestrator4j.benchmarks.contest.Payload;

/** Five steps that do nothing but return 1 KB each, which DBOS stores. Public, since DBOS calls it by reflection. */
public final class WrittenSteps implements DbosFiveSteps {

  private final DBOS dbos;

  WrittenSteps(DBOS dbos) {
    this.dbos = dbos;
  }

  @Override
  @Workflow(name = "five_steps")
  public void run() {
    for (int i = 0; i < STEPS; i++) {
      String _ = dbos.runStep(Payload::kilobyte, "write");
    }
  }
}
