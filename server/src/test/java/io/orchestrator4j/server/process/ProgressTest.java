package io.orchestrator4j.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** How far a running step is, as the wire shows it. */
final class ProgressTest {

  @Test
  @Timeout(60)
  void aRunningProcessShowsHowFarItsStepIs() throws Exception {
    try (ProcessServer server = ProcessServer.start()) {
      TestingWorkflows.Held held = new TestingWorkflows.Held();
      server.workflows().deed = held;
      String id = server.started("reporting");
      held.awaitBegun();

      JsonNode progress = progress(server, id);
      held.release();
      server.quiet();

      assertThat(progress.get("step").asString()).isEqualTo("Report");
      assertThat(progress.get("percent").asInt()).isEqualTo(40);
      assertThat(progress.get("message").asString()).isEqualTo("port 4 of 10");
      assertThat(progress.get("at").isNumber()).isTrue();
      assertThat(server.process(id).has("progress")).isFalse();
    }
  }

  /** Asks again until it is there, which the step does not wait for. */
  private static JsonNode progress(ProcessServer server, String id) {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    JsonNode process = server.process(id);
    while (!process.has("progress") && System.nanoTime() < deadline) {
      process = server.process(id);
    }
    return process.path("progress");
  }
}
