package io.orchestrator4j.benchmarks;

import io.orchestrator4j.benchmarks.contest.Schedule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** How much load there is, and for how long. */
final class LoadOptions {

  @Option(
      names = {"-c", "--concurrency"},
      paramLabel = "N",
      defaultValue = "16",
      description =
          "Clients, each of which waits for its last call before the next (default: ${DEFAULT-VALUE}).")
  int concurrency;

  @Option(
      names = {"-s", "--seconds"},
      paramLabel = "S",
      defaultValue = "5",
      description = "How long each has its turn in a round (default: ${DEFAULT-VALUE}).")
  int seconds;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "5",
      description = "Rounds (default: ${DEFAULT-VALUE}).")
  int rounds;

  @Option(
      names = "--warm-up",
      paramLabel = "S",
      defaultValue = "10",
      description = "Seconds for each before anything is measured (default: ${DEFAULT-VALUE}).")
  int warmUp;

  @Option(
      names = "--connections",
      paramLabel = "N",
      defaultValue = "12",
      description =
          "Connections that a node of ours uses (default: ${DEFAULT-VALUE}, as by default).")
  int connections;

  Schedule schedule() {
    return new Schedule(
        concurrency, Duration.ofSeconds(warmUp), rounds, Duration.ofSeconds(seconds));
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("concurrency", concurrency);
    parameters.put("seconds", seconds);
    parameters.put("rounds", rounds);
    parameters.put("warm_up", warmUp);
    parameters.put("connections", connections);
    return parameters;
  }
}
