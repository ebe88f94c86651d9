package io.orchestrator4j.benchmarks.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Where a database is, and who may use it. */
public record DatabaseAddress(String url, String user, String password) {

  /** A connection of its own. */
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** A pool of at most so many connections, none of which is kept when it is idle and {@code softEvictConnections} is called. */
  public HikariDataSource pool(String name, int size) {
    HikariDataSource pool = new HikariDataSource();
    pool.setPoolName(name);
    pool.setJdbcUrl(url);
    pool.setUsername(user);
    pool.setPassword(password);
    pool.setMaximumPoolSize(size);
    pool.setMinimumIdle(0);
    return pool;
  }

  /** Another database of the same server. */
  DatabaseAddress named(String database) {
    int parameters = url.indexOf('?');
    String path = parameters < 0 ? url : url.substring(0, parameters);
    String rest = parameters < 0 ? "" : url.substring(parameters);
    return new DatabaseAddress(
        path.substring(0, path.lastIndexOf('/') + 1) + database + rest, user, password);
  }
}
