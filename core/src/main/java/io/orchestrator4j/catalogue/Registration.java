package io.orchestrator4j.catalogue;

import io.orchestrator4j.catalogue.CatalogueRow.FixedInputRow;
import io.orchestrator4j.catalogue.CatalogueRow.LinkRow;
import io.orchestrator4j.catalogue.CatalogueRow.WorkflowRow;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The second stage of registration: gives what the code defines its rows, or demands that it has them. */
public final class Registration {

  private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

  /** What to do at start where the database does not have what the code needs. */
  public enum Mode {
    /** Write it; several nodes that start at once wait for one another. Nothing is ever deleted. */
    SYNC,
    /** Refuse to start. */
    VERIFY
  }

  private final Database database;
  private final Clock clock;

  public Registration(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What was found, and the ids of the workflows' rows. */
  private record Found(Difference difference, Map<String, UUID> workflowIds) {}

  /**
   * Writes the rows that the code needs, or checks that they are there.
   *
   * @return the workflows with the ids of their rows
   * @throws CatalogueMismatch if the program cannot work with the catalogue in the database
   */
  public RegisteredWorkflows register(CatalogueDefinition definition, Mode mode) {
    Found found = look(definition);
    List<CatalogueRow> toWrite = found.difference.toWrite();
    switch (mode) {
      case SYNC -> {
        if (!toWrite.isEmpty()) {
          found = write(definition);
        }
        warn(found.difference.otherLines());
      }
      case VERIFY -> {
        if (found.difference.stops()) {
          throw CatalogueMismatch.refused(database.schema(), found.difference);
        }
        warn(found.difference.otherLines());
      }
    }
    return new RegisteredWorkflows(definition.workflows(), found.workflowIds);
  }

  /** In what the code and the database differ now. */
  public Difference difference(CatalogueDefinition definition) {
    return look(definition).difference;
  }

  /**
   * Writes the rows of some workflows only, and gives them to the products that lack them.
   *
   * @param names the names of the workflows
   */
  public void complete(CatalogueDefinition definition, Set<String> names) {
    database.inTransaction(handle -> {
      handle.execute("select pg_advisory_xact_lock(?)", database.lockKey("catalogue"));
      List<CatalogueRow> rows = look(handle, definition).difference.toWrite().stream()
          .filter(row -> switch (row) {
            case WorkflowRow workflow -> names.contains(workflow.workflow());
            case LinkRow link -> names.contains(link.workflow());
            default -> false;
          })
          .toList();
      // a link to a product that the database lacks leads nowhere
      new RowWriter(handle, clock.instant()).write(rows);
      return null;
    });
  }

  /** In what the code and the database differ, as the transaction of a handle sees it. */
  public static Difference difference(Handle handle, CatalogueDefinition definition) {
    return look(handle, definition).difference;
  }

  private Found look(CatalogueDefinition definition) {
    return database.inTransaction(handle -> {
      // several statements that see one moment, while another node may be writing
      handle.execute("set transaction isolation level repeatable read, read only");
      return look(handle, definition);
    });
  }

  private static Found look(Handle handle, CatalogueDefinition definition) {
    List<CatalogueRow> rows = RowTables.read(handle);
    return new Found(
        Difference.between(WantedRows.of(definition, rows), rows), RowTables.workflowIds(handle));
  }

  private Found write(CatalogueDefinition definition) {
    return database.inTransaction(handle -> {
      handle.execute("select pg_advisory_xact_lock(?)", database.lockKey("catalogue"));
      Difference difference = look(handle, definition).difference;
      refuseUnknown(difference);
      List<CatalogueRow> rows = difference.toWrite();
      if (!rows.isEmpty()) {
        new RowWriter(handle, clock.instant()).write(rows);
        LOG.info(
            "The catalogue got what this program defines:\n  {}",
            String.join("\n  ", difference.linesToWrite()));
      }
      return look(handle, definition);
    });
  }

  private void refuseUnknown(Difference difference) {
    List<Difference.Item> unknown = difference.items().stream()
        .filter(item ->
            item.row() instanceof FixedInputRow input && input.value() == null && item.stops())
        .toList();
    if (!unknown.isEmpty()) {
      throw CatalogueMismatch.unknown(
          database.schema(), difference, new Difference(unknown).lines());
    }
  }

  private static void warn(List<String> lines) {
    if (!lines.isEmpty()) {
      LOG.warn(
          "The catalogue in the database has what this program does not have, or says otherwise:\n  {}",
          String.join("\n  ", lines));
    }
  }
}
