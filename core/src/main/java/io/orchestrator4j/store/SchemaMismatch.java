package io.orchestrator4j.store;

/** The schema in the database does not fit this program. */
public final class SchemaMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SchemaMismatch(String message) {
    super(message);
  }
}
