package io.orchestrator4j.benchmarks.contest;

import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.benchmarks.measure.Call;
import java.sql.SQLException;

/** A system that does the benchmark's work, in units that are durable when they are acknowledged. */
public interface Contestant extends AutoCloseable {

  /** What reports call it. */
  String name();

  /** The database that is its own. */
  DatabaseAddress database();

  /** A client, for one thread. Several work at the same time. */
  Call client() throws Exception;

  /** How many clients to use where so many are asked for. */
  default int clients(int asked) {
    return asked;
  }

  /** How many steps a unit commits. */
  int stepsPerUnit();

  /** How many steps the database holds, counted there. */
  long storedSteps() throws Exception;

  /** Gives back connections that are idle, since others have their turn. */
  void rest() throws Exception;

  @Override
  void close() throws SQLException;
}
