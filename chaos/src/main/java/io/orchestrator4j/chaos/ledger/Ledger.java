package io.orchestrator4j.chaos.ledger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** The system outside. It carries out every call, even one that it has seen before, and sometimes answers late or with an error. */
public final class Ledger implements AutoCloseable {

  private static final int OK = 200;
  private static final int BROKEN = 500;

  private final HttpServer server;
  private final ScheduledExecutorService later = Executors.newScheduledThreadPool(
      1, Thread.ofPlatform().name("ledger-", 0).daemon().factory());
  private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

  private Ledger(HttpServer server) {
    this.server = server;
  }

  /** Opens one on a free port of the loopback interface. */
  public static Ledger open() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 1_000);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Ledger ledger = new Ledger(server);
    server.createContext("/", ledger::called);
    server.start();
    return ledger;
  }

  /** Where it is called. */
  public URI url() {
    return URI.create("http://127.0.0.1:%d/".formatted(server.getAddress().getPort()));
  }

  /** All calls so far. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  private void called(HttpExchange exchange) {
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    String step = query.getOrDefault("step", "");
    String process = query.getOrDefault("process", "");
    calls.add(new Call(
        UUID.fromString(process),
        step,
        query.getOrDefault("key", ""),
        query.getOrDefault("node", "")));
    boolean fails =
        query.getOrDefault("flaky", "").equals("true") && failedOnce.add(process + "/" + step);
    long millis = Long.parseLong(query.getOrDefault("millis", "0"));
    if (millis == 0) {
      answer(exchange, fails);
    } else {
      var _ = later.schedule(() -> answer(exchange, fails), millis, TimeUnit.MILLISECONDS);
    }
  }

  private static void answer(HttpExchange exchange, boolean fails) {
    try (exchange) {
      exchange.sendResponseHeaders(fails ? BROKEN : OK, -1);
    } catch (IOException _) {
      // whoever called was killed meanwhile
    }
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      query.put(
          pair.substring(0, equals),
          URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
    }
    return query;
  }

  @Override
  public void close() {
    server.stop(0);
    later.shutdownNow();
  }
}
