package io.orchestrator4j.benchmarks.measure;

import java.sql.SQLException;

/** What one client does again and again; returns when it is acknowledged. Used by one thread. */
public interface Call extends AutoCloseable {

  /** Does it once. */
  void run() throws Exception;

  @Override
  default void close() throws SQLException {}
}
