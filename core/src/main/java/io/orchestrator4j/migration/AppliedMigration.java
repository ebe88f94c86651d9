package io.orchestrator4j.migration;

import java.time.Instant;
import java.util.List;

/**
 * A migration that is applied on a database, as that remembers it.
 *
 * @param checksum of what it said then
 * @param position in which order they were applied, from 1
 * @param by who did so
 */
public record AppliedMigration(
    String id,
    String message,
    List<String> follows,
    String checksum,
    int position,
    Instant at,
    String by) {

  public AppliedMigration {
    follows = List.copyOf(follows);
  }
}
