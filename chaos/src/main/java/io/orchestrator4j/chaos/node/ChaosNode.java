package io.orchestrator4j.chaos.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.value.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The main of a node: reads its settings and then orders from the standard input, and dies when that ends. */
public final class ChaosNode {

  private static final int CONNECTIONS = 16;

  private ChaosNode() {}

  public static void main(String[] arguments) throws IOException {
    // the original goes to the harness; whatever else is printed goes to the log
    PrintStream reports = System.out;
    System.setOut(System.err);
    BufferedReader orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    NodeSettings settings =
        read(Objects.requireNonNull(orders.readLine(), "no settings"), NodeSettings.class);
    try (HikariDataSource pool = pool(settings);
        Orchestrator orchestrator = configured(pool, settings).start()) {
      Obedience obedience = new Obedience(orchestrator.operations());
      report(reports, new Report(0, null, null, false));
      obey(orders, reports, obedience);
    }
    // nothing may keep a node that was told to stop
    Runtime.getRuntime().halt(0);
  }

  private static OrchestratorConfiguration configured(
      HikariDataSource pool, NodeSettings settings) {
    OrchestratorConfiguration configuration = Orchestrator.on(pool);
    ChaosWorkflows general =
        new ChaosWorkflows(new LedgerClient(URI.create(settings.ledger()), settings.name()));
    return configuration
        .workflows(general, new CounterWorkflows(configuration.subscriptions(), general))
        .options(Seams.options(settings))
        .connections(CONNECTIONS)
        .clock(Clock.offset(Clock.systemUTC(), Duration.ofMillis(settings.skewMillis())));
  }

  private static void obey(BufferedReader orders, PrintStream reports, Obedience obedience)
      throws IOException {
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    for (String line = orders.readLine(); line != null; line = orders.readLine()) {
      Order order = read(line, Order.class);
      if (order.what() == Order.What.STOP) {
        return;
      }
      threads.execute(() -> report(reports, obedience.obey(order)));
    }
    // the harness is gone, and so is everything that this run was for
    Runtime.getRuntime().halt(1);
  }

  private static void report(PrintStream reports, Report report) {
    String line = Json.write(Json.toTree(report));
    synchronized (reports) {
      reports.println(line);
      reports.flush();
    }
  }

  private static <T> T read(String line, Class<T> type) {
    return Objects.requireNonNull(Json.fromTree(Json.read(line), type));
  }

  private static HikariDataSource pool(NodeSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(settings.jdbcUrl());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setMaximumPoolSize(CONNECTIONS);
    config.setConnectionTimeout(Duration.ofSeconds(5).toMillis());
    config.setPoolName(settings.name());
    return new HikariDataSource(config);
  }
}
