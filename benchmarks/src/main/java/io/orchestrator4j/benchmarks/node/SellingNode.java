package io.orchestrator4j.benchmarks.node;

import io.orchestrator4j.benchmarks.contest.Contestant;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.measure.Call;
import io.orchestrator4j.benchmarks.sold.Rack;
import io.orchestrator4j.benchmarks.sold.RackWorkflows;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/** A node of ours that sells racks, in the configuration that it has by default. */
public final class SellingNode implements Contestant {

  private final DatabaseAddress database;
  private final Node node;
  private final UUID rack;

  /** Starts a node on an empty database. */
  public SellingNode(DatabaseAddress database, int connections) {
    this.database = database;
    this.node =
        new Node(database, NodeSetup.usual().withConnections(connections), "benchmark", _ -> {});
    this.rack = node.product(Rack.PRODUCT);
  }

  @Override
  public String name() {
    return "create";
  }

  @Override
  public DatabaseAddress database() {
    return database;
  }

  @Override
  public Call client() {
    return () -> node.sellRack(rack);
  }

  @Override
  public int stepsPerUnit() {
    return RackWorkflows.STEPS;
  }

  @Override
  public long storedSteps() throws SQLException {
    return new Journal(database).stepsOf(RackWorkflows.NAME);
  }

  // tables that have grown from nothing within seconds are known to the planner only a minute later
  @Override
  public void rest() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("analyze");
    }
  }

  @Override
  public void close() {
    node.close();
  }
}
