package io.orchestrator4j.chaos;

import io.orchestrator4j.chaos.check.Violation;
import io.orchestrator4j.chaos.cluster.NodeProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code ./orchestrator chaos}. It ends with 0 if all promises were kept, else with 1. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = "Tries to break the engine's promises with seeded faults.")
public final class ChaosCommand implements Callable<Integer> {

  private static final int MOST_SHOWN = 25;

  @Option(names = "--seed", description = "Decides about everything; a random one if not given.")
  private @Nullable Long seed;

  @Option(
      names = "--seeds",
      defaultValue = "1",
      description = "How many runs, each with the next seed.")
  private int seeds;

  @Option(
      names = "--seconds",
      defaultValue = "60",
      description = "How long processes are started and faults happen.")
  private int seconds;

  @Option(names = "--processes", defaultValue = "1000", description = "How many are started.")
  private int processes;

  @Option(names = "--faults", defaultValue = "20", description = "How many are planned.")
  private int faults;

  @Option(names = "--nodes", defaultValue = "3", description = "How many JVMs.")
  private int nodes;

  @Option(names = "--lease", defaultValue = "2s", description = "Of the nodes.")
  private Duration lease = Duration.ofSeconds(2);

  @Option(
      names = "--folder",
      defaultValue = "target/chaos",
      description = "Where logs and data of failed runs stay.")
  private Path folder = Path.of("target", "chaos");

  public static void main(String[] arguments) {
    int status = new CommandLine(new ChaosCommand())
        .registerConverter(Duration.class, text -> Duration.parse(iso(text)))
        .execute(arguments);
    System.exit(status);
  }

  private static String iso(String text) {
    return text.endsWith("ms")
        ? "PT" + Double.parseDouble(text.substring(0, text.length() - 2)) / 1_000 + "S"
        : "PT" + text;
  }

  @Override
  public Integer call() throws Exception {
    long first = seed == null ? ThreadLocalRandom.current().nextLong(1_000_000) : seed;
    List<String> failed = new ArrayList<>();
    NodeProgram program = NodeProgram.trained(emptied(folder.toAbsolutePath().resolve("training")));
    for (long each = first; each < first + seeds; each++) {
      ChaosOptions options = new ChaosOptions(
          each,
          Duration.ofSeconds(seconds),
          processes,
          faults,
          nodes,
          lease,
          emptied(folder.toAbsolutePath().resolve("seed-" + each)));
      if (!isGood(options, program)) {
        failed.add(options.command());
      }
    }
    failed.forEach(command -> IO.println("again: " + command));
    return failed.isEmpty() ? 0 : 1;
  }

  private static boolean isGood(ChaosOptions options, NodeProgram program) throws Exception {
    Verdict verdict;
    try (ChaosRun run = new ChaosRun(options, program)) {
      // on Ctrl-C nothing must stay behind: neither PostgreSQL nor a node that is frozen at this
      // moment
      Thread ending = new Thread(run::close, "chaos-end");
      Runtime.getRuntime().addShutdownHook(ending);
      verdict = run.run();
      Runtime.getRuntime().removeShutdownHook(ending);
    }
    if (verdict.isGood()) {
      emptied(options.folder());
      IO.println("seed %d: all promises were kept".formatted(options.seed()));
    } else {
      Files.write(
          options.folder().resolve("violations.log"),
          verdict.violations().stream().map(Violation::toString).toList());
      IO.println(explained(options, verdict));
    }
    return verdict.isGood();
  }

  /** What to tell people of a run that failed. */
  static String explained(ChaosOptions options, Verdict verdict) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "seed %d: %d violations".formatted(options.seed(), verdict.violations().size()));
    verdict.violations().stream().limit(MOST_SHOWN).map(Violation::toString).forEach(lines::add);
    if (verdict.violations().size() > MOST_SHOWN) {
      lines.add("... and %d more".formatted(verdict.violations().size() - MOST_SHOWN));
    }
    lines.add("logs, timeline and data: " + options.folder());
    lines.add("again: " + options.command());
    return String.join("\n", lines);
  }

  private static Path emptied(Path path) throws IOException {
    if (Files.exists(path)) {
      try (Stream<Path> all = Files.walk(path)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
    return path;
  }
}
