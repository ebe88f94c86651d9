package io.orchestrator4j.server.node;

/**
 * The database that the orchestrator uses. A bean of this type comes before {@code orchestrator.database.url}.
 *
 * @param description where it is, in words that an operator may read: no password
 */
public record DatabaseAddress(String url, String user, String password, String description) {

  @Override
  public String toString() {
    return description;
  }
}
