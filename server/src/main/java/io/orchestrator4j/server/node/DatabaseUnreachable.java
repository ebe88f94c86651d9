package io.orchestrator4j.server.node;

/** The database did not let us in at start. */
public final class DatabaseUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseUnreachable(DatabaseAddress address, Throwable cause) {
    super("%s cannot be used: %s".formatted(address.description(), rootOf(cause)), cause);
  }

  private static String rootOf(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }
}
