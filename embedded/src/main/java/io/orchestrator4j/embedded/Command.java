package io.orchestrator4j.embedded;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A program of the system or of PostgreSQL that is run to its end. */
final class Command {

  private static final Duration PROBE = Duration.ofSeconds(10);

  private Command() {}

  static boolean succeeds(List<String> words) {
    try {
      return run(words, Map.of(), Redirect.DISCARD, PROBE) == 0;
    } catch (IOException _) {
      return false;
    }
  }

  /** Returns the program's exit code; what it says is appended to the log. */
  static int run(List<String> words, Map<String, String> environment, Path log, Duration limit)
      throws IOException {
    return run(words, environment, Redirect.appendTo(log.toFile()), limit);
  }

  private static int run(
      List<String> words, Map<String, String> environment, Redirect output, Duration limit)
      throws IOException {
    // "/": a surviving server must not keep the folder busy that this JVM was started in
    var builder = new ProcessBuilder(words).directory(new File("/")).redirectErrorStream(true);
    builder.redirectInput(Redirect.from(new File("/dev/null"))).redirectOutput(output);
    // nothing of ours is passed on but the path: it may hold secrets, and PG... variables change
    // what is run
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().put("LC_ALL", "C");
    builder.environment().putAll(environment);
    Process process = builder.start();
    if (!Await.until(() -> !process.isAlive(), limit)) {
      process.destroyForcibly();
      throw new IOException("%s did not end within %s".formatted(words.getFirst(), limit));
    }
    return process.exitValue();
  }
}
