package io.orchestrator4j.cli.process;

import io.orchestrator4j.cli.client.ServerClient;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Waits for a process by asking for it again and again, at first often, then less so. */
public final class Waiting {

  private static final Set<String> MOVING = Set.of("created", "running", "resumed");
  private static final Duration FIRST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofSeconds(1);

  private Waiting() {}

  /** The process as it is when it no longer runs, or when the time is over. */
  public static JsonNode untilStill(ServerClient client, String processId, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    Duration pause = FIRST;
    while (true) {
      JsonNode process = client.process(processId).orFail();
      if (!isMoving(process) || System.nanoTime() > end) {
        return process;
      }
      pause(pause);
      pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
    }
  }

  static boolean isMoving(JsonNode process) {
    return MOVING.contains(process.path("last_status").asString(""));
  }

  private static void pause(Duration duration) {
    try {
      Thread.sleep(duration);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new CommandFailure(ExitCode.FAILED, "Interrupted");
    }
  }
}
