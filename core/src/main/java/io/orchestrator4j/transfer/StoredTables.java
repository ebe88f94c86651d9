package io.orchestrator4j.transfer;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of a schema, as PostgreSQL's catalogue has them.
 *
 * @param columns of each table, in their order, without those that are computed from others
 * @param references to which tables of the schema each table has to refer from the moment on that a row is there
 * @param sequences their names
 */
record StoredTables(
    Map<String, List<String>> columns,
    Map<String, Set<String>> references,
    List<String> sequences) {

  /** The history of the schema itself, which belongs to its place. */
  static final String HISTORY = "schema_history";

  /**
   * Who is at work. A node lives on one database: processes that were under way have none on another one, which is how
   * they are found and taken over.
   */
  static final String NODES = "nodes";

  static StoredTables read(Connection connection, String schema) throws SQLException {
    return new StoredTables(
        columns(connection, schema), references(connection, schema), sequences(connection, schema));
  }

  /** Whether an orchestrator's schema was ever made here. */
  boolean areOurs() {
    return columns.containsKey(HISTORY);
  }

  /** Those that are exported, each after all that it refers to. */
  List<String> inLoadOrder() {
    Set<String> left = new LinkedHashSet<>(columns.keySet());
    left.removeAll(Set.of(HISTORY, NODES));
    List<String> ordered = new ArrayList<>();
    while (!left.isEmpty()) {
      List<String> free = left.stream().filter(table -> !waits(table, left)).toList();
      if (free.isEmpty()) {
        throw TransferRefused.circle(List.copyOf(left));
      }
      ordered.addAll(free);
      left.removeAll(free);
    }
    return ordered;
  }

  private boolean waits(String table, Set<String> left) {
    return references.getOrDefault(table, Set.of()).stream().anyMatch(left::contains);
  }

  private static Map<String, List<String>> columns(Connection connection, String schema)
      throws SQLException {
    Map<String, List<String>> columns = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement("""
        select t.relname,
               array(
                 select c.attname::text
                 from pg_catalog.pg_attribute c
                 where c.attrelid = t.oid
                 and c.attnum > 0
                 and not c.attisdropped
                 and c.attgenerated = ''
                 order by c.attnum) as columns
        from pg_catalog.pg_class t
        join pg_catalog.pg_namespace s on s.oid = t.relnamespace
        where s.nspname = ?
        and t.relkind = 'r'
        order by t.relname
        """)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          columns.put(rows.getString("relname"), texts(rows.getArray("columns")));
        }
      }
    }
    return columns;
  }

  private static List<String> texts(Array array) throws SQLException {
    return List.of((String[]) array.getArray());
  }

  // a deferrable one is looked at when all is loaded, and one to the table itself when the table is
  private static Map<String, Set<String>> references(Connection connection, String schema)
      throws SQLException {
    Map<String, Set<String>> references = new LinkedHashMap<>();
    try (PreparedStatement statement = connection.prepareStatement("""
        select t.relname as referring, other.relname as referred
        from pg_catalog.pg_constraint k
        join pg_catalog.pg_class t on t.oid = k.conrelid
        join pg_catalog.pg_class other on other.oid = k.confrelid
        join pg_catalog.pg_namespace s on s.oid = t.relnamespace and s.oid = other.relnamespace
        where s.nspname = ?
        and k.contype = 'f'
        and not k.condeferrable
        and t.oid <> other.oid
        """)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          references
              .computeIfAbsent(rows.getString("referring"), _ -> new LinkedHashSet<>())
              .add(rows.getString("referred"));
        }
      }
    }
    return references;
  }

  private static List<String> sequences(Connection connection, String schema) throws SQLException {
    List<String> sequences = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement("""
        select sequencename
        from pg_catalog.pg_sequences
        where schemaname = ?
        order by sequencename
        """)) {
      statement.setString(1, schema);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          sequences.add(rows.getString("sequencename"));
        }
      }
    }
    return sequences;
  }
}
