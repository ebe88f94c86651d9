package io.orchestrator4j.product;

import io.orchestrator4j.value.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;

/**
 * What the classes marked {@link ProductType} extend: a customer's subscription to a product, whose public fields are
 * its fixed inputs and its blocks. Subscriptions are made and loaded by the service for them, never with {@code new}.
 * Not thread-safe.
 */
@JsonSerialize(using = SubscriptionJson.class)
public abstract class SubscriptionModel {

  private @Nullable SubscriptionHeader header;

  /** For the platform. */
  protected SubscriptionModel() {}

  /** The subscription's id. */
  public final UUID subscriptionId() {
    return header().subscriptionId();
  }

  /** The product that was sold. */
  public final ProductInfo product() {
    return header().product();
  }

  /** The customer's id in whatever system has the customers. */
  public final String customerId() {
    return header().customerId();
  }

  /** What people read. */
  public final String description() {
    return header().description();
  }

  /**
   * Changes what people read.
   *
   * @throws IllegalArgumentException if it is longer than 2,000 letters
   */
  public final void description(String text) {
    header = header().withDescription(Texts.atMost(2_000, "description", text));
  }

  /** Where it is in its life. */
  public final SubscriptionLifecycle status() {
    return header().status();
  }

  /**
   * Takes the subscription to another status, if it satisfies all that this status demands.
   *
   * @throws StatusNotAllowed if that status does not follow, or the product type does not want it
   * @throws InvalidSubscription naming everything that is missing
   */
  public final void transitionTo(SubscriptionLifecycle next) {
    SubscriptionLifecycle now = status();
    if (now != next && !(now.successors().contains(next) && mayBecome(next))) {
      throw StatusNotAllowed.of(this, next);
    }
    LifecycleRules.require(this, next);
    header = header().withStatus(next);
  }

  /**
   * Whether a product type lets its subscriptions become this. An author who wants fewer statuses than all overrides
   * it; a status that cannot follow is refused whatever it says.
   */
  protected boolean mayBecome(SubscriptionLifecycle next) {
    return true;
  }

  /** Whether no process has it locked. */
  public final boolean insync() {
    return header().insync();
  }

  /** When it became active first; null before. */
  public final @Nullable Instant startDate() {
    return header().startDate();
  }

  /** When it was terminated; null before. */
  public final @Nullable Instant endDate() {
    return header().endDate();
  }

  /** What people wrote on it; null where they did not. */
  public final @Nullable String note() {
    return header().note();
  }

  /**
   * Writes a note on it; null or blank takes it away.
   *
   * @throws IllegalArgumentException if it is longer than 5,000 letters
   */
  public final void note(@Nullable String text) {
    header = header().withNote(text == null ? null : Texts.atMost(5_000, "note", text));
  }

  /** How often it was changed; it grows by one with each committed change. */
  public final int version() {
    return header().version();
  }

  /** Its own blocks, each before those below it, in the order of their fields. */
  public final List<ProductBlockModel> blocks() {
    return ModelTree.ownBlocks(this);
  }

  /** Whether a block belongs to this subscription, or will with its next save. */
  public final boolean owns(ProductBlockModel block) {
    UUID owner = block.ownerId();
    return owner == null || owner.equals(subscriptionId());
  }

  /** What the wire shows: the header, the fixed inputs, and all blocks, in the order of their fields. */
  @SuppressWarnings("unchecked") // an object's tree is a map with text keys
  public final Map<String, @Nullable Object> toMap() {
    return Json.mapper().treeToValue(ModelTree.show(this), Map.class);
  }

  /** What is known of it besides its blocks. */
  public final SubscriptionHeader header() {
    if (header == null) {
      throw new IllegalStateException(
          "%s was made with new; subscriptions.create(%s.class, product, customerId) makes one"
              .formatted(getClass().getSimpleName(), getClass().getSimpleName()));
    }
    return header;
  }

  @Override
  public String toString() {
    return header == null
        ? getClass().getSimpleName()
        : "%s %s '%s'".formatted(getClass().getSimpleName(), subscriptionId(), description());
  }

  final void is(SubscriptionHeader its) {
    this.header = its;
  }
}
