package io.orchestrator4j.cli.db;

import io.orchestrator4j.catalogue.CatalogueRow;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What only a person knows about a change of the products' code: asked in a terminal, or read from a file. */
interface ModelDecisions {

  /**
   * Which of some that the code does not have any more is now called something else.
   *
   * @param now the row that the database lacks
   * @param gone those that it could have been, by name
   * @return its name before; empty where it is a new one
   */
  Optional<String> renamedFrom(CatalogueRow now, List<String> gone);

  /** Whether what the code does not have any more is to be deleted from the database. */
  boolean deletes(CatalogueRow gone, long subscriptions);

  /**
   * What stored blocks get in a field that is new and has to have a value at some status.
   *
   * @return empty where they get none
   */
  Optional<JsonNode> backfill(CatalogueRow.FieldRow field, long subscriptions);

  /** The value of a fixed input that a product has not had. */
  String fixedInput(CatalogueRow.FixedInputRow input);
}
