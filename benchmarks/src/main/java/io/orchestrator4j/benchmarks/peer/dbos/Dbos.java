package io.orchestrator4j.benchmarks.peer.dbos;

import com.zaxxer.hikari.HikariDataSource;
import dev.dbos.transact.DBOS;
import dev.dbos.transact.config.DBOSConfig;
import io.orchestrator4j.benchmarks.contest.Contestant;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.measure.Call;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** DBOS Transact, called directly: a workflow runs on the thread of its caller, without a hand-over. */
public final class Dbos implements Contestant {

  /** The size of the pool that it makes where it is given none. */
  public static final int DEFAULT_CONNECTIONS = 10;

  private final DatabaseAddress database;
  private final HikariDataSource pool;
  private final DBOS dbos;
  private final DbosFiveSteps workflow;

  /** Starts it on an empty database. */
  public Dbos(DatabaseAddress database, int connections) {
    this.database = database;
    this.pool = database.pool("dbos", connections);
    this.dbos = new DBOS(DBOSConfig.defaults("benchmark").withDataSource(pool));
    this.workflow = dbos.registerProxy(DbosFiveSteps.class, new WrittenSteps(dbos));
    dbos.launch();
  }

  @Override
  public String name() {
    return "dbos/" + pool.getMaximumPoolSize();
  }

  @Override
  public DatabaseAddress database() {
    return database;
  }

  @Override
  public Call client() {
    return workflow::run;
  }

  @Override
  public int stepsPerUnit() {
    return DbosFiveSteps.STEPS;
  }

  @Override
  public long storedSteps() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("""
            select count(*)
            from dbos.operation_outputs o
            join dbos.workflow_status w
            on w.workflow_uuid = o.workflow_uuid
            where w.status = 'SUCCESS'
            and o.error is null
            """)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void rest() {
    pool.getHikariPoolMXBean().softEvictConnections();
  }

  @Override
  public void close() {
    dbos.close();
    pool.close();
  }
}
