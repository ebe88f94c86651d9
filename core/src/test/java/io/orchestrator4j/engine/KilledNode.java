package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.pages;

import io.orchestrator4j.process.ProcessId;

/** A node that starts processes without end, and says so, until it is killed. */
final class KilledNode {

  private KilledNode() {}

  public static void main(String[] arguments) {
    try (EngineFixture engine =
        new EngineFixture(new TestingWorkflows(), arguments[0], EngineOptions.defaults())) {
      for (int i = 0; i < 100_000; i++) {
        ProcessId processId =
            EngineFixture.complete(engine.operations().start(ANN, "five_steps", pages("{}")));
        System.out.println("started " + processId);
      }
    }
  }
}
