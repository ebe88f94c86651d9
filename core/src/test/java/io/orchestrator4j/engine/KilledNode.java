package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.pages;

import io.orchestrator4j.node.NodeOptions;
import io.orchestrator4j.node.NodeRole;
import io.orchestrator4j.process.ProcessId;
import java.nio.file.Path;
import java.time.Duration;

/** A node that starts processes without end, and says so, until it is killed. */
final class KilledNode {

  /** It is taken for dead soon after it died. */
  static final EngineOptions OPTIONS = EngineOptions.defaults().withLease(Duration.ofSeconds(1));

  private KilledNode() {}

  /** Its silence alone would never be noticed in time. */
  static EngineOptions patient(Path folder) {
    return EngineOptions.defaults()
        .withNode(new NodeOptions("node", NodeRole.ALL, Duration.ofHours(1), folder, false));
  }

  public static void main(String[] arguments) {
    EngineOptions options = arguments.length > 1 ? patient(Path.of(arguments[1])) : OPTIONS;
    try (EngineFixture engine = new EngineFixture(new TestingWorkflows(), arguments[0], options)) {
      for (int i = 0; i < 100_000; i++) {
        ProcessId processId =
            EngineFixture.complete(engine.operations().start(ANN, "five_steps", pages("{}")));
        System.out.println("started " + processId);
      }
    }
  }
}
