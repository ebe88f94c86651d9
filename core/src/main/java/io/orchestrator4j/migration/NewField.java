package io.orchestrator4j.migration;

import org.jspecify.annotations.Nullable;

/**
 * A field of a block that holds a value.
 *
 * @param valueType its Java type without packages: {@code String}, {@code List<Integer>}
 * @param position its place among the block's fields, from 0; null for behind all others
 * @param requiredFrom the status from which on it must have a value: {@code active}; null where it never must
 */
public record NewField(
    String name,
    String valueType,
    @Nullable Integer position,
    @Nullable String requiredFrom) {

  /** A field behind all others that never has to have a value. */
  public NewField(String name, String valueType) {
    this(name, valueType, null, null);
  }

  /** The same at another place. */
  public NewField at(int place) {
    return new NewField(name, valueType, place, requiredFrom);
  }

  /** The same, with a status from which on it must have a value. */
  public NewField requiredFrom(String status) {
    return new NewField(name, valueType, position, status);
  }
}
