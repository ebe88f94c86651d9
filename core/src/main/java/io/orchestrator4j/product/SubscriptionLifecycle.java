package io.orchestrator4j.product;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The statuses of a subscription, and which may follow which. */
public enum SubscriptionLifecycle {
  INITIAL(Initial.class),
  ACTIVE(Active.class),
  MIGRATING(Migrating.class),
  DISABLED(Disabled.class),
  TERMINATED(Terminated.class),
  PROVISIONING(Provisioning.class);

  private final Class<?> group;

  SubscriptionLifecycle(Class<?> group) {
    this.group = group;
  }

  /** The group of constraints that hold at this status. */
  public Class<?> group() {
    return group;
  }

  /** The statuses that may follow; none after {@link #TERMINATED}. */
  public Set<SubscriptionLifecycle> successors() {
    return switch (this) {
      case INITIAL -> EnumSet.of(PROVISIONING, ACTIVE, TERMINATED);
      case PROVISIONING -> EnumSet.of(ACTIVE, DISABLED, TERMINATED);
      case ACTIVE -> EnumSet.of(PROVISIONING, MIGRATING, DISABLED, TERMINATED);
      case MIGRATING -> EnumSet.of(ACTIVE, DISABLED, TERMINATED);
      case DISABLED -> EnumSet.of(PROVISIONING, ACTIVE, TERMINATED);
      case TERMINATED -> EnumSet.noneOf(SubscriptionLifecycle.class);
    };
  }

  /**
   * The statuses that subscriptions using this one's blocks may have while this one is at this status. A block whose
   * subscription is terminated can only be used by what has ended, or not begun.
   */
  public Set<SubscriptionLifecycle> allowedUsers() {
    return switch (this) {
      case INITIAL -> EnumSet.of(INITIAL);
      case ACTIVE -> EnumSet.allOf(SubscriptionLifecycle.class);
      case MIGRATING -> EnumSet.of(INITIAL, MIGRATING, TERMINATED);
      case PROVISIONING -> EnumSet.of(INITIAL, PROVISIONING, ACTIVE, TERMINATED);
      case TERMINATED -> EnumSet.of(INITIAL, TERMINATED);
      case DISABLED -> EnumSet.of(INITIAL, DISABLED, TERMINATED);
    };
  }

  /** Whether it is not over. */
  public boolean isAlive() {
    return this != TERMINATED;
  }

  /** Whether a subscription at this status has come as far as another one: initial, then provisioning, then the rest. */
  public boolean hasReached(SubscriptionLifecycle other) {
    return stage() >= other.stage();
  }

  int stage() {
    return switch (this) {
      case INITIAL -> 0;
      case PROVISIONING -> 1;
      case ACTIVE, MIGRATING, DISABLED, TERMINATED -> 2;
    };
  }

  /** The name on the wire and in the database. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The status of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  @JsonCreator
  public static SubscriptionLifecycle parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
