package io.orchestrator4j.product;

import io.orchestrator4j.value.TimeOrderedId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What the classes marked {@link ProductBlock} extend: a block of a subscription, whose public fields are its values
 * and the blocks below it. A new one is made with {@code new}: the blocks that it must have are there already. Not
 * thread-safe.
 */
@JsonSerialize(using = BlockJson.class)
public abstract class ProductBlockModel {

  private UUID instanceId = TimeOrderedId.next();
  private @Nullable UUID ownerId;
  private @Nullable String label;
  private @Nullable BlockRelations relations;

  /** A new block, with the blocks that it must have. */
  // it is only asked for its class; the fields that are set have no initializer that would run
  // later
  @SuppressWarnings("this-escape")
  protected ProductBlockModel() {
    NewBlocks.fill(this);
  }

  /** The block's id, the same for as long as it lives. */
  public final UUID subscriptionInstanceId() {
    return instanceId;
  }

  /**
   * The id of the subscription that owns the block.
   *
   * @throws IllegalStateException if it is new, and not part of a subscription yet
   */
  public final UUID ownerSubscriptionId() {
    if (ownerId == null) {
      throw new IllegalStateException(
          "The block %s is new and belongs to no subscription yet; it belongs to the one that it is saved with"
              .formatted(name()));
    }
    return ownerId;
  }

  /** The name of its kind, as {@link ProductBlock} says it. */
  public final String name() {
    return BlockDefinition.of(getClass()).name();
  }

  /** A person's own words for this block; null where there are none. */
  public final @Nullable String label() {
    return label;
  }

  /** Sets a person's own words for this block; null takes them away. */
  public final void label(@Nullable String text) {
    this.label = text;
  }

  /**
   * The subscription that owns the block.
   *
   * @throws IllegalStateException if it is new, and not part of a stored subscription yet
   */
  public final SubscriptionModel owner() {
    return relations().owner(this);
  }

  /** The blocks of this class that have this block in a field, whichever subscription they belong to. */
  public final <B extends ProductBlockModel> List<B> inUseBy(Class<B> type) {
    return relations().inUseBy(this).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** The blocks of this class in the fields of this block. */
  public final <B extends ProductBlockModel> List<B> dependsOn(Class<B> type) {
    return BlockDefinition.of(getClass()).blocksOf(this).stream()
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  @Override
  public String toString() {
    return name() + " " + instanceId;
  }

  private BlockRelations relations() {
    if (relations == null) {
      throw new IllegalStateException(
          "The block %s was not loaded from the database, so nothing is known of what uses it"
              .formatted(name()));
    }
    return relations;
  }

  final @Nullable UUID ownerId() {
    return ownerId;
  }

  final void is(UUID id, UUID owner, @Nullable String itsLabel) {
    this.instanceId = id;
    this.ownerId = owner;
    this.label = itsLabel;
  }

  final void belongsTo(UUID owner) {
    this.ownerId = owner;
  }

  final void relatedBy(BlockRelations itsRelations) {
    this.relations = itsRelations;
  }
}
