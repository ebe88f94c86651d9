package io.orchestrator4j.examples.beginner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the other system that workflows talk to: a small HTTP server with its own state, which can be told to
 * be down, or to hold an answer back.
 */
final class DirectoryServer implements AutoCloseable {

  private final HttpServer server;
  private final Map<String, Integer> groups = new ConcurrentHashMap<>();
  private final AtomicInteger numbers = new AtomicInteger();
  private final AtomicReference<@Nullable Held> held = new AtomicReference<>();
  private volatile boolean down;

  private DirectoryServer(HttpServer server) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/groups/", this::groups);
    server.createContext("/down", exchange -> setDown(exchange, true));
    server.createContext("/up", exchange -> setDown(exchange, false));
  }

  /** Starts a directory on a free port of this machine. */
  static DirectoryServer start() {
    try {
      var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      var directory = new DirectoryServer(HttpServer.create(anyPort, 0));
      directory.server.start();
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException("The example's directory cannot be started", e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** How many groups there are. */
  int size() {
    return groups.size();
  }

  /** From now on answers 503, or answers again. */
  void setDown(boolean isDown) {
    down = isDown;
  }

  /** Holds the next answer back until it is released; the work itself is done before. */
  Held holdNextAnswer() {
    Held next = new Held(new CountDownLatch(1), new CountDownLatch(1));
    held.set(next);
    return next;
  }

  @Override
  public void close() {
    Held waiting = held.getAndSet(null);
    if (waiting != null) {
      waiting.release();
    }
    server.stop(0);
  }

  private void groups(HttpExchange exchange) throws IOException {
    String name = exchange.getRequestURI().getPath().substring("/groups/".length());
    if (down) {
      answer(exchange, 503, "Down for maintenance, back soon");
    } else if (exchange.getRequestMethod().equals("PUT")) {
      Integer number = groups.computeIfAbsent(name, _ -> numbers.incrementAndGet());
      holdBack();
      answer(exchange, 200, number.toString());
    } else {
      Integer number = groups.get(name);
      answer(exchange, number == null ? 404 : 200, String.valueOf(number));
    }
  }

  private void holdBack() {
    Held waiting = held.getAndSet(null);
    if (waiting != null) {
      waiting.reached().countDown();
      waiting.awaitRelease();
    }
  }

  private void setDown(HttpExchange exchange, boolean isDown) throws IOException {
    setDown(isDown);
    answer(exchange, 200, isDown ? "down" : "up");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** An answer that is held back. */
  record Held(CountDownLatch reached, CountDownLatch released) {

    /** Waits until a caller waits for the answer; false if none came in time. */
    boolean awaitCaller(Duration atMost) throws InterruptedException {
      return reached.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets the answer go. */
    void release() {
      released.countDown();
    }

    private void awaitRelease() {
      try {
        released.await();
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
