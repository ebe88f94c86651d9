package io.orchestrator4j.server.process;

import static io.orchestrator4j.server.process.ProcessServer.assertProblem;

import org.junit.jupiter.api.Test;

final class StoppingTest {

  @Test
  void aNodeThatStopsStartsAndResumesNothing() {
    try (ProcessServer server = ProcessServer.start()) {
      String waiting = server.run("asking");
      server.orchestrator().close();

      assertProblem(
          server.start("acting", "[{}]"),
          503,
          "node_stopping",
          "This node is stopping and starts nothing any more; ask again when it is back");
      assertProblem(
          server.resume(waiting, "[{\"answer\":\"yes\"}]"),
          503,
          "node_stopping",
          "This node is stopping and starts nothing any more; ask again when it is back");
    }
  }
}
