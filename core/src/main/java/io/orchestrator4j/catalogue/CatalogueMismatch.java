package io.orchestrator4j.catalogue;

import java.util.List;

/** The catalogue in the database does not have what this program needs. */
public final class CatalogueMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Difference difference;

  private CatalogueMismatch(String message, Difference difference) {
    super(message);
    this.difference = difference;
  }

  static CatalogueMismatch refused(String schema, Difference difference) {
    return of(
        schema,
        difference,
        difference.linesThatStop(),
        "Write the migration for it (db migrate-domain-models, db migrate-workflows), and apply it: db upgrade heads. Or start once with orchestrator.catalogue=sync: it writes what is missing, and what differs as this program has it; values of subscriptions stay as they are");
  }

  static CatalogueMismatch unknown(String schema, Difference difference, List<String> lines) {
    return of(
        schema,
        difference,
        lines,
        "Declare these products with @Product, or give the fixed inputs their values in the table fixed_inputs");
  }

  private static CatalogueMismatch of(
      String schema, Difference difference, List<String> lines, String remedy) {
    return new CatalogueMismatch(
        "The catalogue in the schema '%s' is not as this program needs it:\n  %s\n%s"
            .formatted(schema, String.join("\n  ", lines), remedy),
        difference);
  }

  /** All in which code and database differ. */
  public Difference difference() {
    return difference;
  }
}
