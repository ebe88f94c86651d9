package io.orchestrator4j.cli.demo;

import io.orchestrator4j.cli.terminal.ChildCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The application's server as a program of its own, of which only the output and the address are known. */
final class DemoServer {

  private static final Duration START = Duration.ofMinutes(2);
  private static final Duration STOP = Duration.ofSeconds(45);
  private static final Pattern ADDRESS = Pattern.compile("http://\\S+?:[1-9]\\d*");

  private final Process process;
  private final Path log;
  private final CompletableFuture<String> address = new CompletableFuture<>();

  private DemoServer(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts the server, which takes a while to get ready. */
  static DemoServer start(ChildCommand program, Path folder, Map<String, String> settings) {
    List<String> words = new ArrayList<>(program.words());
    words.add("run");
    settings.forEach((key, value) -> words.add("--set=%s=%s".formatted(key, value)));
    ProcessBuilder builder =
        new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    // these may name a database that is in use
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.matches("(ORCHESTRATOR|SPRING|SERVER)_.*"));
    try {
      Process process = builder.start();
      process.getOutputStream().close();
      DemoServer server = new DemoServer(process, folder.resolve("server.log"));
      Thread.ofVirtual().name("demo-server-output").start(server::read);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException("The server cannot be started", e);
    }
  }

  /**
   * Its address, once it is ready.
   *
   * @throws DemoFailure with what it said, if it does not get ready
   */
  String url() {
    try {
      return address.get(START.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException _) {
      throw new DemoFailure("The server did not get ready. It said:%n%s".formatted(said()));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted while the server started");
    }
  }

  /** Ends it as a crash of the machine would. */
  void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Asks it to end, and waits until it has. */
  void stop() {
    // not process.destroy(), which closes the output that the server may still write to
    process.toHandle().destroy();
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      kill();
    }
  }

  private void read() {
    try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        Writer file =
            Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        file.write(line + System.lineSeparator());
        file.flush();
        Matcher found = ADDRESS.matcher(line);
        if (found.find()) {
          address.complete(found.group());
        }
      }
      address.completeExceptionally(new IllegalStateException("It ended"));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  private String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
