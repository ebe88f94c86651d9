package io.orchestrator4j.migration;

import java.util.List;
import org.jdbi.v3.core.Handle;

/** The rows of the catalogue by their names: what is there, what uses it, and how it is renamed. */
final class CatalogueNames {

  /** What has a name. */
  enum Kind {
    PRODUCT("product", "products", "name"),
    BLOCK("block", "product_blocks", "name"),
    WORKFLOW("workflow", "workflows", "name"),
    RESOURCE_TYPE("resource type", "resource_types", "resource_type");

    private final String text;
    private final String table;
    private final String column;

    Kind(String text, String table, String column) {
      this.text = text;
      this.table = table;
      this.column = column;
    }

    String text() {
      return text;
    }
  }

  static final String ATTRIBUTE = "attribute";
  static final String KINDS = "kinds";

  private final Handle handle;

  CatalogueNames(Handle handle) {
    this.handle = handle;
  }

  boolean has(Kind kind, String name) {
    return count(
            "select count(*) from ${schema}.%s where %s = :name".formatted(kind.table, kind.column),
            name)
        > 0;
  }

  void require(Kind kind, String name) {
    if (!has(kind, name)) {
      throw MigrationRefused.notThere(kind.text, name);
    }
  }

  void rename(Kind kind, String name, String newName) {
    if (!has(kind, name) && has(kind, newName)) {
      return;
    }
    require(kind, name);
    if (has(kind, newName)) {
      throw MigrationRefused.nameTaken(kind.text, newName);
    }
    handle
        .createUpdate("update ${schema}.%s set %s = :new_name where %s = :name"
            .formatted(kind.table, kind.column, kind.column))
        .bind("name", name)
        .bind("new_name", newName)
        .execute();
  }

  int position(String fields, String name, String attribute) {
    return handle
        .createQuery("""
            select coalesce(max(f.position) filter (where f.attribute = :attribute), max(f.position) + 1, 0)
            from (%s) as f
            """.formatted(fields))
        .bind("name", name)
        .bind(ATTRIBUTE, attribute)
        .mapTo(Integer.class)
        .one();
  }

  void refuseFilled(String counting, String name, String attribute, List<String> kinds) {
    long blocks = handle
        .createQuery(counting)
        .bind("name", name)
        .bind(ATTRIBUTE, attribute)
        .bindArray(KINDS, String.class, kinds)
        .mapTo(Long.class)
        .one();
    if (blocks > 0) {
      throw MigrationRefused.inUse("field", name + "." + attribute, blocks, "blocks");
    }
  }

  long count(String sql, String name) {
    return handle.createQuery(sql).bind("name", name).mapTo(Long.class).one();
  }

  int execute(String sql, String name) {
    return handle.createUpdate(sql).bind("name", name).execute();
  }
}
