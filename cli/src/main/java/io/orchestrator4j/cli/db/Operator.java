package io.orchestrator4j.cli.db;

import io.orchestrator4j.workflow.Caller;

/** Who types commands on the database: the user of this computer. */
final class Operator {

  private Operator() {}

  static Caller caller() {
    return Caller.named(System.getProperty("user.name", "operator"));
  }
}
