package io.orchestrator4j.server.node;

/**
 * The database that the orchestrator uses. A bean of this type comes before {@code orchestrator.database.url}.
 *
 * @param description where it is, in words that an operator may read: no password
 * @param alone whether nobody else can be at work on it, so that whoever was is dead
 */
public record DatabaseAddress(
    String url, String user, String password, String description, boolean alone) {

  @Override
  public String toString() {
    return description;
  }
}
