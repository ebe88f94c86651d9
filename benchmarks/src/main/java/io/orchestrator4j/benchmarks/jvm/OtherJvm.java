package io.orchestrator4j.benchmarks.jvm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * Another JVM with the class path of this one, which says on its standard output how far it is. It
 * ends with this JVM, since it reads its standard input to the end.
 */
public final class OtherJvm implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration GRACE = Duration.ofSeconds(40);

  private final Process process;
  private final String what;
  private final List<String> lines = new ArrayList<>();
  private boolean ended;

  private OtherJvm(Process process, String what) {
    this.process = process;
    this.what = what;
    Thread.ofVirtual().start(this::read);
  }

  /** Starts the main class of this program. */
  public static OtherJvm start(
      String what,
      List<String> options,
      Class<?> main,
      List<String> arguments,
      Map<String, String> environment) {
    List<String> command = command(options, main, arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(environment);
    try {
      return new OtherJvm(builder.start(), what);
    } catch (IOException e) {
      throw new UncheckedIOException("The JVM of %s does not start".formatted(what), e);
    }
  }

  /** Does the work of this JVM in one with other options, with the same input and output; gives its exit code. */
  public static int instead(List<String> options, Class<?> main, List<String> arguments)
      throws IOException, InterruptedException {
    return new ProcessBuilder(command(options, main, arguments))
        .inheritIO()
        .start()
        .waitFor();
  }

  /** Ends this JVM when its standard input ends, as it does with the JVM that started it. */
  public static void endWithInput() {
    Thread.ofPlatform().daemon().start(() -> {
      awaitEndOfInput();
      System.exit(0);
    });
  }

  /** Waits until the JVM that started this one ends, or closes it. */
  public static void awaitEndOfInput() {
    try {
      long _ = System.in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException _) {
      // as good as its end
    }
  }

  private static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return command;
  }

  /** The process, as the system numbers it. */
  public long pid() {
    return process.pid();
  }

  /** Waits until it says something that begins so, and gives the rest of the line. */
  public String await(String beginning) throws InterruptedException {
    String line = await(said -> said.startsWith(beginning));
    return line.substring(beginning.length()).strip();
  }

  /** Waits until it says such a line; one that it has said already counts. */
  public String await(Predicate<String> expected) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    synchronized (lines) {
      while (true) {
        Optional<String> found = lines.stream().filter(expected).findFirst();
        if (found.isPresent()) {
          return found.get();
        }
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0 || ended) {
          throw new IllegalStateException(
              "%s (process %d, %s) has not said what was waited for, but %s; what it complained about is above"
                  .formatted(what, pid(), ended ? "ended" : "still alive", lines));
        }
        lines.wait(left);
      }
    }
  }

  /** Ends it at once, as a failing machine would. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  private void read() {
    try (BufferedReader reader = process.inputReader()) {
      String line = reader.readLine();
      while (line != null) {
        heard(line, false);
        line = reader.readLine();
      }
    } catch (IOException _) {
      // it was killed
    }
    heard("", true);
  }

  private void heard(String line, boolean last) {
    synchronized (lines) {
      lines.add(line);
      ended = last;
      lines.notifyAll();
    }
  }

  @Override
  public void close() {
    try {
      process.outputWriter().close();
    } catch (IOException _) {
      // it was killed
    }
    process.destroy();
    try {
      if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
