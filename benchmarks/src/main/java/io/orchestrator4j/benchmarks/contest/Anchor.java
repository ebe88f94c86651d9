package io.orchestrator4j.benchmarks.contest;

import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.measure.Call;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * What a commit costs at least: one prepared statement that updates a row where its number is the
 * expected one and inserts 1 KB, in a transaction and over a connection of its own.
 */
public final class Anchor implements Contestant {

  /** How many clients it has at most: with more of them PostgreSQL only gets slower. */
  public static final int MOST_CLIENTS = 64;

  private static final String KILOBYTE = "\"" + "x".repeat(1000) + "\"";
  private static final String TABLES = """
      create table process (process_id uuid primary key, sequence int not null);
      create table step (
        process_id uuid not null,
        sequence int not null,
        delta json not null,
        primary key (process_id, sequence))
      """;
  private static final String CHECKPOINT = """
      with fenced as (
        update process
        set sequence = sequence + 1
        where process_id = ?
        and sequence = ?
        returning process_id, sequence)
      insert into step (process_id, sequence, delta)
      select process_id, sequence, ?::json
      from fenced
      """;

  private final DatabaseAddress database;

  public Anchor(DatabaseAddress database) throws SQLException {
    this.database = database;
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
  }

  @Override
  public String name() {
    return "anchor";
  }

  @Override
  public DatabaseAddress database() {
    return database;
  }

  @Override
  public Call client() throws SQLException {
    Connection connection = database.connect();
    UUID processId = UUID.randomUUID();
    try (PreparedStatement insert =
        connection.prepareStatement("insert into process values (?, 0)")) {
      insert.setObject(1, processId);
      insert.executeUpdate();
    }
    return new Checkpoints(connection, connection.prepareStatement(CHECKPOINT), processId);
  }

  @Override
  public int clients(int asked) {
    return Math.min(asked, MOST_CLIENTS);
  }

  @Override
  public int stepsPerUnit() {
    return 1;
  }

  @Override
  public long storedSteps() throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from step")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public void rest() {}

  @Override
  public void close() {}

  private static final class Checkpoints implements Call {

    private final Connection connection;
    private final PreparedStatement checkpoint;
    private final UUID processId;
    private int sequence;

    private Checkpoints(Connection connection, PreparedStatement checkpoint, UUID processId) {
      this.connection = connection;
      this.checkpoint = checkpoint;
      this.processId = processId;
    }

    @Override
    public void run() throws SQLException {
      checkpoint.setObject(1, processId);
      checkpoint.setInt(2, sequence);
      checkpoint.setString(3, KILOBYTE);
      if (checkpoint.executeUpdate() != 1) {
        throw new IllegalStateException(
            "The anchor's row is no longer at %d; expected nobody else to change it"
                .formatted(sequence));
      }
      sequence++;
    }

    @Override
    public void close() throws SQLException {
      connection.close();
    }
  }
}
