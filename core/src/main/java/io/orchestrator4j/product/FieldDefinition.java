package io.orchestrator4j.product;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A field of a block or a product type, as its author declares it. */
public sealed interface FieldDefinition {

  /** The field's name outside Java. */
  String key();

  /** How it is read and written. */
  FieldAccess access();

  /** The status from which on it must be there; null where it never must. */
  @Nullable
  SubscriptionLifecycle requiredFrom();

  /**
   * A value.
   *
   * @param searchable whether the database finds blocks by it
   * @param unique among which blocks a value is unique; null where it need not be
   */
  record Value(
      String key,
      FieldAccess access,
      @Nullable SubscriptionLifecycle requiredFrom,
      boolean searchable,
      Unique.@Nullable Scope unique)
      implements FieldDefinition {}

  /**
   * A block, or a list of blocks.
   *
   * @param ownership whose blocks the field takes
   * @param cardinality how many
   * @param types the classes and interfaces of which a block must be one
   * @param union whether several kinds of blocks are possible, so that none is made by itself
   */
  record Blocks(
      String key,
      FieldAccess access,
      @Nullable SubscriptionLifecycle requiredFrom,
      Ownership ownership,
      Cardinality cardinality,
      List<Class<?>> types,
      boolean union)
      implements FieldDefinition {

    public Blocks {
      types = List.copyOf(types);
    }

    /** Whether the field takes blocks of this class. */
    public boolean accepts(Class<?> type) {
      return types.stream().anyMatch(each -> each.isAssignableFrom(type));
    }

    /** Whether new blocks are made for the field together with what it is in. */
    boolean isMade() {
      return ownership == Ownership.OWNED
          && !union
          && switch (cardinality) {
            case Cardinality.One _ -> true;
            case Cardinality.Optional _ -> false;
            case Cardinality.Many(int least, int _) -> least > 0;
          };
    }
  }

  /** Whose blocks a field takes. */
  enum Ownership {
    /** Blocks of the subscription itself. */
    OWNED,
    /** Blocks of other subscriptions. */
    SHARED,
    /** Either. */
    OWNED_OR_SHARED
  }

  /** How many blocks a field takes. */
  sealed interface Cardinality {

    /** One, from the beginning if it is owned. */
    record One() implements Cardinality {}

    /** One or none. */
    record Optional() implements Cardinality {}

    /** A list of so many. */
    record Many(int least, int most) implements Cardinality {}
  }
}
