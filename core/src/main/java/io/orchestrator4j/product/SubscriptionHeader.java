package io.orchestrator4j.product;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a subscription besides its blocks.
 *
 * @param customerId the customer's id in whatever system has the customers
 * @param lockedBy the process that has the subscription locked, or left it so; null while it is in sync
 * @param startDate when it became active first; null before
 * @param endDate when it was terminated; null before
 * @param note what people wrote on it; null where they did not
 * @param version grows by one with each committed change of the header or a block; 0 while it is not stored
 */
public record SubscriptionHeader(
    UUID subscriptionId,
    ProductInfo product,
    String customerId,
    String description,
    SubscriptionLifecycle status,
    @Nullable UUID lockedBy,
    @Nullable Instant startDate,
    @Nullable Instant endDate,
    @Nullable String note,
    int version) {

  /**
   * The header of a subscription that is not stored yet.
   *
   * @param lockedBy the process that makes it; null where none does
   */
  public static SubscriptionHeader fresh(
      UUID subscriptionId, ProductInfo product, String customerId, @Nullable UUID lockedBy) {
    return new SubscriptionHeader(
        subscriptionId,
        product,
        customerId,
        "Initial subscription of " + product.description(),
        SubscriptionLifecycle.INITIAL,
        lockedBy,
        null,
        null,
        null,
        0);
  }

  /** Whether no process has it locked. */
  public boolean insync() {
    return lockedBy == null;
  }

  /** The same with another description. */
  public SubscriptionHeader withDescription(String other) {
    return new SubscriptionHeader(
        subscriptionId,
        product,
        customerId,
        other,
        status,
        lockedBy,
        startDate,
        endDate,
        note,
        version);
  }

  /** The same with another note; null or blank takes it away. */
  public SubscriptionHeader withNote(@Nullable String other) {
    String kept = other == null || other.isBlank() ? null : other;
    return new SubscriptionHeader(
        subscriptionId,
        product,
        customerId,
        description,
        status,
        lockedBy,
        startDate,
        endDate,
        kept,
        version);
  }

  /** The same at another status; the dates that come with it are set when it is stored. */
  public SubscriptionHeader withStatus(SubscriptionLifecycle other) {
    return new SubscriptionHeader(
        subscriptionId,
        product,
        customerId,
        description,
        other,
        lockedBy,
        startDate,
        endDate,
        note,
        version);
  }

  /** The same locked by this process; null gives the lock back. */
  public SubscriptionHeader withLockedBy(@Nullable UUID other) {
    return new SubscriptionHeader(
        subscriptionId,
        product,
        customerId,
        description,
        status,
        other,
        startDate,
        endDate,
        note,
        version);
  }

  /** The same with other dates. */
  public SubscriptionHeader withDates(@Nullable Instant start, @Nullable Instant end) {
    return new SubscriptionHeader(
        subscriptionId,
        product,
        customerId,
        description,
        status,
        lockedBy,
        start,
        end,
        note,
        version);
  }

  /** The same at another version. */
  public SubscriptionHeader withVersion(int other) {
    return new SubscriptionHeader(
        subscriptionId,
        product,
        customerId,
        description,
        status,
        lockedBy,
        startDate,
        endDate,
        note,
        other);
  }
}
