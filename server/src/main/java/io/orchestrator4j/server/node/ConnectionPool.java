package io.orchestrator4j.server.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import io.orchestrator4j.engine.Engine;
import java.time.Duration;
import java.util.Properties;

/** The connections to the orchestrator's database. */
final class ConnectionPool {

  // whoever waits is told soon that the database is away
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  // beside those that are shared: the node's own, and the migration's
  private static final int RESERVED = Engine.ownConnections() + 2;

  private ConnectionPool() {}

  static HikariDataSource of(DatabaseAddress address, int shared) {
    HikariConfig configuration = new HikariConfig();
    configuration.setPoolName("orchestrator");
    configuration.setJdbcUrl(address.url());
    if (!address.user().isEmpty()) {
      configuration.setUsername(address.user());
      configuration.setPassword(address.password());
    }
    configuration.setMaximumPoolSize(shared + RESERVED);
    configuration.setMinimumIdle(1);
    configuration.setConnectionTimeout(PATIENCE.toMillis());
    configuration.setDataSourceProperties(driver());
    try {
      return new HikariDataSource(configuration);
    } catch (HikariPool.PoolInitializationException | IllegalArgumentException e) {
      throw new DatabaseUnreachable(address, e);
    }
  }

  private static Properties driver() {
    Properties properties = new Properties();
    properties.setProperty("ApplicationName", "orchestrator4j");
    properties.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
    properties.setProperty("tcpKeepAlive", "true");
    return properties;
  }
}
