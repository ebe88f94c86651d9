package io.orchestrator4j.benchmarks.node;

import io.orchestrator4j.benchmarks.contest.Contestant;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.measure.Call;
import java.sql.SQLException;

/** A node of ours that runs five-step workflows, in the configuration that it has by default. */
public final class OwnNode implements Contestant {

  private final DatabaseAddress database;
  private final Node node;

  /** Starts a node on an empty database. */
  public OwnNode(DatabaseAddress database, int connections) {
    this.database = database;
    this.node =
        new Node(database, NodeSetup.usual().withConnections(connections), "benchmark", _ -> {});
  }

  @Override
  public String name() {
    return "ours";
  }

  @Override
  public DatabaseAddress database() {
    return database;
  }

  @Override
  public Call client() {
    return () -> node.run(FiveSteps.NAME);
  }

  @Override
  public int stepsPerUnit() {
    return FiveSteps.STEPS;
  }

  @Override
  public long storedSteps() throws SQLException {
    return new Journal(database).steps(FiveSteps.STEP);
  }

  @Override
  public void rest() {}

  @Override
  public void close() {
    node.close();
  }
}
