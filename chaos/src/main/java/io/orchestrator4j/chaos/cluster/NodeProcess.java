package io.orchestrator4j.chaos.cluster;

import io.orchestrator4j.chaos.node.NodeSettings;
import io.orchestrator4j.chaos.node.Order;
import io.orchestrator4j.chaos.node.Report;
import io.orchestrator4j.value.Json;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/** One JVM of a node, from its start to its end. Thread-safe. */
final class NodeProcess {

  private final Process process;
  private final BufferedWriter orders;
  private final AtomicLong numbers = new AtomicLong();
  private final Map<Long, CompletableFuture<Report>> open = new ConcurrentHashMap<>();
  private final CompletableFuture<Report> ready = new CompletableFuture<>();
  private volatile boolean killed;

  private NodeProcess(Process process) {
    this.process = process;
    this.orders = process.outputWriter(StandardCharsets.UTF_8);
  }

  static NodeProcess start(NodeProgram program, NodeSettings settings, Path log)
      throws IOException {
    Process process =
        new ProcessBuilder(program.words()).redirectError(log.toFile()).start();
    NodeProcess node = new NodeProcess(process);
    Thread.ofVirtual().name("reports of " + settings.name()).start(node::hear);
    node.say(Json.write(Json.toTree(settings)));
    return node;
  }

  /** Done when the node has started; fails if it has ended before. */
  CompletableFuture<Report> ready() {
    return ready;
  }

  boolean isReady() {
    return ready.isDone() && !ready.isCompletedExceptionally();
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Whether it ended because we wanted it to. */
  boolean wasKilled() {
    return killed;
  }

  CompletableFuture<Process> onExit() {
    return process.onExit();
  }

  /** Gives an order; the report fails if the node ends first. The number of the order given is ignored. */
  CompletableFuture<Report> tell(Order order) {
    long number = numbers.incrementAndGet();
    CompletableFuture<Report> report = new CompletableFuture<>();
    open.put(number, report);
    var _ = report.whenComplete((_, _) -> open.remove(number));
    Order numbered = new Order(
        number, order.what(), order.workflow(), order.process(), order.key(), order.pages());
    // a frozen node reads nothing, so that writing may block
    Thread.startVirtualThread(() -> {
      try {
        say(Json.write(Json.toTree(numbered)));
      } catch (IOException e) {
        report.completeExceptionally(e);
      }
    });
    if (!process.isAlive()) {
      report.completeExceptionally(gone());
    }
    return report;
  }

  private void say(String line) throws IOException {
    synchronized (orders) {
      orders.write(line);
      orders.newLine();
      orders.flush();
    }
  }

  private void hear() {
    try (BufferedReader reports = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reports.readLine(); line != null; line = reports.readLine()) {
        if (!line.startsWith("{")) {
          // a JVM that writes a cache says so
          continue;
        }
        Report report = Objects.requireNonNull(Json.fromTree(Json.read(line), Report.class), line);
        CompletableFuture<Report> waiting =
            report.number() == 0 ? ready : open.get(report.number());
        if (waiting != null) {
          waiting.complete(report);
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    } finally {
      ready.completeExceptionally(gone());
      open.values().forEach(report -> report.completeExceptionally(gone()));
    }
  }

  private static IOException gone() {
    return new IOException("The node is gone");
  }

  /** Ends it as {@code kill -9} does, and waits for its end. */
  void kill() {
    killed = true;
    process.destroyForcibly();
    process.onExit().join();
  }

  /** Tells it to end in order, and waits for that as long as given; then it is killed. */
  void stop(long millis) {
    killed = true;
    CompletableFuture<Report> _ = tell(new Order(0, Order.What.STOP, null, null, null, List.of()));
    try {
      process.onExit().get(millis, TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException | InterruptedException _) {
      kill();
    }
  }

  /** Sends a signal, such as STOP or CONT. */
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(pid())).start().waitFor();
  }
}
