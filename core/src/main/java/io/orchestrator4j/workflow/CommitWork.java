package io.orchestrator4j.workflow;

import java.sql.Connection;
import java.sql.SQLException;

/** An author's own statements that are committed with a step, or not at all. */
@FunctionalInterface
public interface CommitWork {

  /**
   * Executes the statements. Called when the step has ended well, on a connection whose transaction
   * holds the step's record already; committing, rolling back and closing are the platform's. It is
   * called again where the transaction had to be, so it does nothing but execute statements on this
   * connection.
   *
   * @throws SQLException if a statement is refused; the step has then failed, and nothing was changed
   */
  void apply(Connection connection) throws SQLException;
}
