package io.orchestrator4j.migration;

import java.util.List;

/** Migrations cannot be read, applied or taken back. Nothing was changed by the one that is named. */
public final class MigrationRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private MigrationRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The reason, as programs read it. */
  public String code() {
    return code;
  }

  static MigrationRefused name(String className) {
    return new MigrationRefused(
        "migration_name",
        "The migration %s: expected a name like V20261123_1200__AddUserWorkflows, with its time and what it does"
            .formatted(className));
  }

  static MigrationRefused unreadable(String name, Throwable cause) {
    MigrationRefused refused = new MigrationRefused(
        "migration_unreadable",
        "The migration %s does not say what it does: %s. It has to be a public class with a public constructor without parameters, and its methods may only call the catalogue"
            .formatted(name, cause));
    refused.initCause(cause);
    return refused;
  }

  static MigrationRefused twice(String id) {
    return new MigrationRefused(
        "migration_twice",
        "Two migrations have the id %s; give one of them another time".formatted(id));
  }

  static MigrationRefused unknownParent(String id, String parent) {
    return new MigrationRefused(
        "migration_unknown_parent",
        "The migration %s follows %s, which is not there".formatted(id, parent));
  }

  static MigrationRefused circle(List<String> ids) {
    return new MigrationRefused(
        "migration_circle",
        "The migrations %s follow one another in a circle".formatted(String.join(", ", ids)));
  }

  static MigrationRefused changed(String id) {
    return new MigrationRefused(
        "migration_changed",
        "The migration %s says something else than when it was applied. Put it back as it was, and make a new one for what is to be different"
            .formatted(id));
  }

  static MigrationRefused gone(String id) {
    return new MigrationRefused(
        "migration_gone",
        "The database has the migration %s, which this program does not have. Use the newer program, or the one that can take it back: db downgrade"
            .formatted(id));
  }

  static MigrationRefused order(String id, String applied) {
    return new MigrationRefused(
        "migration_order",
        "The migration %s comes before %s, which is applied already. Let it follow a head instead (db heads)"
            .formatted(id, applied));
  }

  static MigrationRefused unknownTarget(String target, List<String> ids) {
    return new MigrationRefused(
        "unknown_migration",
        "There is no migration %s; there are %s"
            .formatted(target, ids.isEmpty() ? "none at all" : String.join(", ", ids)));
  }

  static MigrationRefused irreversible(String reason) {
    return new MigrationRefused("migration_irreversible", "It cannot be taken back: " + reason);
  }

  static MigrationRefused notThere(String what, String name) {
    return new MigrationRefused(
        "not_in_catalogue", "There is no %s '%s' in the catalogue".formatted(what, name));
  }

  static MigrationRefused inUse(String what, String name, long users, String by) {
    return new MigrationRefused(
        "in_use",
        "The %s '%s' is in use by %d %s; see to these first".formatted(what, name, users, by));
  }

  static MigrationRefused nameTaken(String what, String name) {
    return new MigrationRefused("name_taken", "There is a %s '%s' already".formatted(what, name));
  }

  /** The same, naming the migration in which it happened. */
  MigrationRefused in(String id) {
    MigrationRefused named =
        new MigrationRefused(code, "Migration %s: %s".formatted(id, getMessage()));
    named.initCause(this);
    return named;
  }
}
