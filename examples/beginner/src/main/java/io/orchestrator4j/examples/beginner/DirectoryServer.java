package io.orchestrator4j.examples.beginner;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * A stand-in for the other system that workflows talk to: a small HTTP server with its own groups and users, which can
 * be told to be down, or to hold an answer back.
 */
final class DirectoryServer implements AutoCloseable {

  private final HttpServer server;
  private final DirectoryEntries groups = new DirectoryEntries();
  private final DirectoryEntries users = new DirectoryEntries();
  private final AtomicReference<@Nullable HeldAnswer> held = new AtomicReference<>();
  private volatile boolean down;

  private DirectoryServer(HttpServer server) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/groups/", serving(groups));
    server.createContext("/users/", serving(users));
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

  DirectoryEntries groups() {
    return groups;
  }

  DirectoryEntries users() {
    return users;
  }

  /** From now on answers 503, or answers again. */
  void setDown(boolean isDown) {
    down = isDown;
  }

  /** Holds the next answer back until it is released; the work itself is done before. */
  HeldAnswer holdNextAnswer() {
    HeldAnswer next = new HeldAnswer();
    held.set(next);
    return next;
  }

  @Override
  public void close() {
    HeldAnswer waiting = held.getAndSet(null);
    if (waiting != null) {
      waiting.release();
    }
    server.stop(0);
  }

  private HttpHandler serving(DirectoryEntries entries) {
    return exchange -> {
      if (down) {
        answer(exchange, 503, "Down for maintenance, back soon");
        return;
      }
      DirectoryRequest request = DirectoryRequest.of(exchange);
      String result = request.carryOut(entries);
      holdBack();
      answer(exchange, result == null ? 404 : 200, result == null ? "not here" : result);
    };
  }

  private void holdBack() {
    HeldAnswer waiting = held.getAndSet(null);
    if (waiting != null) {
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
}
