package io.orchestrator4j.migration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field, of a block or of a product, that holds blocks.
 *
 * @param kinds the names of the blocks that it takes; several where it is one of several kinds
 * @param position its place among the fields, from 0; null for behind all others
 * @param most null if there is no limit
 * @param requiredFrom the status from which on it must have one: {@code active}; null where it never must
 * @param ownership {@code owned}, {@code shared} or {@code owned or shared}; those directly below a product are owned
 */
public record NewBlocks(
    String name,
    List<String> kinds,
    @Nullable Integer position,
    int least,
    @Nullable Integer most,
    @Nullable String requiredFrom,
    String ownership) {

  public NewBlocks {
    kinds = List.copyOf(kinds);
  }

  /** A field that holds one block, of its own, of one of these kinds. */
  public NewBlocks(String name, String... kinds) {
    this(name, List.of(kinds), null, 1, 1, null, "owned");
  }

  /** The same at another place. */
  public NewBlocks at(int place) {
    return new NewBlocks(name, kinds, place, least, most, requiredFrom, ownership);
  }

  /** The same for so many blocks; null for no limit. */
  public NewBlocks between(int fewest, @Nullable Integer limit) {
    return new NewBlocks(name, kinds, position, fewest, limit, requiredFrom, ownership);
  }

  /** The same, with a status from which on it must have a block. */
  public NewBlocks requiredFrom(String status) {
    return new NewBlocks(name, kinds, position, least, most, status, ownership);
  }

  /** The same with blocks of other subscriptions. */
  public NewBlocks shared() {
    return new NewBlocks(name, kinds, position, least, most, requiredFrom, "shared");
  }

  /** The same with blocks of its own or of other subscriptions. */
  public NewBlocks sharedOrOwned() {
    return new NewBlocks(name, kinds, position, least, most, requiredFrom, "owned or shared");
  }
}
