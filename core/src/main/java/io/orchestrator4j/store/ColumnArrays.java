package io.orchestrator4j.store;

import java.lang.reflect.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows as parameters of a statement: as one array per column, unnested, so that any number of rows goes into the same
 * text; or one or two of them as plain values, which spares the server what arrays cost.
 */
public final class ColumnArrays<T> {

  /** In how many rows plain values are. */
  public static final int FEW = 2;

  private record Column<T>(
      String name, String type, Function<T, @Nullable Object> value, Class<?> component) {}

  private final List<Column<T>> columns = new ArrayList<>();

  /** No columns yet. */
  public ColumnArrays() {}

  /** One more column, of ids. */
  public ColumnArrays<T> uuid(String name, Function<T, @Nullable UUID> value) {
    return column(name, "uuid", value, UUID.class);
  }

  /** One more column, of texts. */
  public ColumnArrays<T> text(String name, Function<T, @Nullable String> value) {
    return column(name, "text", value, String.class);
  }

  /** One more column, of whole numbers. */
  public ColumnArrays<T> integer(String name, Function<T, Integer> value) {
    return column(name, "int4", value, Integer.class);
  }

  /** One more column, of large whole numbers. */
  public ColumnArrays<T> bigint(String name, Function<T, Long> value) {
    return column(name, "int8", value, Long.class);
  }

  /** One more column, of truth values. */
  public ColumnArrays<T> bool(String name, Function<T, Boolean> value) {
    return column(name, "bool", value, Boolean.class);
  }

  private ColumnArrays<T> column(
      String name, String type, Function<T, ? extends @Nullable Object> value, Class<?> component) {
    columns.add(new Column<>(name, type, value::apply, component));
    return this;
  }

  /** The rows as a table of this name, with a parameter per column. */
  // one unnest for each column in the select list: as one function in the from clause, PostgreSQL
  // would first keep each column in a store of its own
  public String table(String alias) {
    return columns.stream()
        .map(column -> "unnest(?::" + column.type() + "[]) as " + column.name())
        .collect(Collectors.joining(", ", "(select ", ") as " + alias));
  }

  /** So many rows, {@link #FEW} at most, as a table of this name, with a parameter per value. */
  public String table(String alias, int rows) {
    String row = columns.stream()
        .map(column -> "?::" + column.type())
        .collect(Collectors.joining(", ", "(", ")"));
    String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
    return "(values %s) as %s (%s)"
        .formatted(String.join(", ", Collections.nCopies(rows, row)), alias, names);
  }

  /** Binds the values row by row, from a parameter on; gives the number of the parameter after them. */
  public int bindValues(PreparedStatement statement, int first, List<T> rows) throws SQLException {
    int parameter = first;
    for (T row : rows) {
      for (Column<T> column : columns) {
        Object value = column.value().apply(row);
        if (value == null) {
          statement.setNull(
              parameter++, column.component() == UUID.class ? Types.OTHER : Types.VARCHAR);
        } else {
          statement.setObject(parameter++, value);
        }
      }
    }
    return parameter;
  }

  /** Binds the columns, from a parameter on; gives the number of the parameter after them. */
  public int bind(PreparedStatement statement, int first, List<T> rows) throws SQLException {
    Connection connection = statement.getConnection();
    int parameter = first;
    for (Column<T> column : columns) {
      @Nullable
      Object[] values = (@Nullable Object[]) Array.newInstance(column.component(), rows.size());
      for (int i = 0; i < values.length; i++) {
        values[i] = column.value().apply(rows.get(i));
      }
      statement.setArray(parameter++, connection.createArrayOf(column.type(), values));
    }
    return parameter;
  }
}
