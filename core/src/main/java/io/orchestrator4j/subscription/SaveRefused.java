package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Subscriptions must not be saved as they are; nothing was changed. Each reason has a stable code. */
public abstract sealed class SaveRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;

  private SaveRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  /** The reason, as programs read it. */
  public final String code() {
    return code;
  }

  private static String named(SubscriptionHeader header) {
    return named(header.subscriptionId(), header.description());
  }

  private static String named(UUID subscriptionId, String description) {
    return "%s '%s'".formatted(subscriptionId, description);
  }

  private static String list(Collection<String> parts) {
    return parts.stream().map(each -> "\n  - " + each).collect(Collectors.joining());
  }

  /** Somebody else changed the subscription since it was loaded. */
  public static final class StaleSubscription extends SaveRefused {
    private static final long serialVersionUID = 1L;

    private final UUID subscriptionId;
    private final int loaded;
    private final int found;

    private StaleSubscription(UUID subscriptionId, int loaded, int found, String message) {
      super("stale_subscription", message);
      this.subscriptionId = subscriptionId;
      this.loaded = loaded;
      this.found = found;
    }

    static StaleSubscription of(SubscriptionHeader loaded, int found, @Nullable String changedBy) {
      return new StaleSubscription(
          loaded.subscriptionId(),
          loaded.version(),
          found,
          "The subscription %s was loaded at version %d and is at version %d now%s; load it again and repeat the change"
              .formatted(
                  named(loaded),
                  loaded.version(),
                  found,
                  changedBy == null ? "" : ", changed by " + changedBy));
    }

    static StaleSubscription gone(SubscriptionHeader loaded) {
      return new StaleSubscription(
          loaded.subscriptionId(),
          loaded.version(),
          0,
          "The subscription %s was loaded at version %d and is not there any more"
              .formatted(named(loaded), loaded.version()));
    }

    /** The subscription. */
    public UUID subscriptionId() {
      return subscriptionId;
    }

    /** The version that was changed. */
    public int loadedVersion() {
      return loaded;
    }

    /** The version that it has now; 0 where it is gone. */
    public int foundVersion() {
      return found;
    }
  }

  /** A process has the subscription locked, or left it so. */
  public static final class SubscriptionLocked extends SaveRefused {
    private static final long serialVersionUID = 1L;

    private final UUID subscriptionId;
    private final UUID lockedBy;

    SubscriptionLocked(SubscriptionHeader header, UUID lockedBy) {
      super(
          "subscription_locked",
          "The subscription %s is already out of sync: the process %s has it locked, or left it so"
              .formatted(named(header), lockedBy));
      this.subscriptionId = header.subscriptionId();
      this.lockedBy = lockedBy;
    }

    /** The subscription. */
    public UUID subscriptionId() {
      return subscriptionId;
    }

    /** The process. */
    public UUID lockedBy() {
      return lockedBy;
    }
  }

  /** What was changed is not among what is to be saved. */
  public static final class ChangedButNotReturned extends SaveRefused {
    private static final long serialVersionUID = 1L;

    private ChangedButNotReturned(String message) {
      super("changed_but_not_returned", message);
    }

    static ChangedButNotReturned changed(SubscriptionHeader header, Collection<String> fields) {
      return new ChangedButNotReturned(
          "The subscription %s was changed and not returned, so the change would be lost; return it, or do not change:%s"
              .formatted(named(header), list(fields)));
    }

    static ChangedButNotReturned created(SubscriptionHeader header) {
      return new ChangedButNotReturned(
          "The new subscription %s was not returned, so it would be lost; return it"
              .formatted(named(header)));
    }
  }

  /** Blocks of other subscriptions were changed by one that only uses them. */
  public static final class SharedBlockChanged extends SaveRefused {
    private static final long serialVersionUID = 1L;

    SharedBlockChanged(Collection<String> fields) {
      super(
          "shared_block_changed",
          "Blocks of other subscriptions are read-only; load the subscription that owns them, change it there and return it:"
              + list(fields));
    }
  }

  /** A subscription or block was loaded or made elsewhere than in this step. */
  public static final class NotOfThisStep extends SaveRefused {
    private static final long serialVersionUID = 1L;

    private NotOfThisStep(String message) {
      super("not_of_this_step", message);
    }

    static NotOfThisStep subscription(SubscriptionHeader header) {
      return new NotOfThisStep(
          "The subscription %s was not loaded or created in this step, so nothing is known of what it was; load it in the step that changes it"
              .formatted(named(header)));
    }

    static NotOfThisStep block(SubscriptionHeader header, String path, String block) {
      return new NotOfThisStep(
          "The subscription %s has at %s the %s, which was not loaded in this step; load it in the step that uses it"
              .formatted(named(header), path, block));
    }
  }

  /** A block stands where it must not stand. */
  public static final class BlockNotAllowed extends SaveRefused {
    private static final long serialVersionUID = 1L;

    private BlockNotAllowed(SubscriptionHeader header, String message) {
      super(
          "block_not_allowed",
          "The subscription %s cannot be saved: %s".formatted(named(header), message));
    }

    static BlockNotAllowed twice(
        SubscriptionHeader header, String block, String path, String other) {
      return new BlockNotAllowed(
          header,
          "the %s is in both %s and %s; make a new block for one of them"
              .formatted(block, other, path));
    }

    static BlockNotAllowed foreign(
        SubscriptionHeader header, String block, UUID owner, String path) {
      return new BlockNotAllowed(
          header,
          "%s takes own blocks only, and the %s belongs to the subscription %s; mark the field @Shared, or make a new block"
              .formatted(path, block, owner));
    }

    static BlockNotAllowed own(SubscriptionHeader header, String block, String path) {
      return new BlockNotAllowed(
          header,
          "%s takes blocks of other subscriptions only, and the %s is new or its own; load one, or mark the field @Shared(orOwned = true)"
              .formatted(path, block));
    }

    static BlockNotAllowed kind(
        SubscriptionHeader header, String block, String path, Collection<String> possible) {
      return new BlockNotAllowed(
          header,
          "%s takes no %s; it takes %s".formatted(path, block, String.join(", ", possible)));
    }

    static BlockNotAllowed notRegistered(Collection<String> names) {
      return new BlockNotAllowed(names);
    }

    private BlockNotAllowed(Collection<String> names) {
      super(
          "block_not_allowed",
          "The database does not know all of the blocks %s; bring its catalogue up to date"
              .formatted(String.join(", ", names)));
    }
  }

  /** A value that is to be unique is taken. */
  public static final class ValueTaken extends SaveRefused {
    private static final long serialVersionUID = 1L;

    private ValueTaken(String message) {
      super("value_taken", message);
    }

    static ValueTaken by(String field, UUID block, UUID subscriptionId, String description) {
      return new ValueTaken(
          "%s must be unique, and the block %s of the subscription %s has the same value; choose another"
              .formatted(field, block, named(subscriptionId, description)));
    }
  }

  /** Other subscriptions use what is to end or to go. */
  public static final class InUse extends SaveRefused {
    private static final long serialVersionUID = 1L;

    private final transient List<UUID> users;

    InUse(List<UUID> users, Collection<String> reasons) {
      super(
          "in_use",
          "Other subscriptions use blocks that would end or go; change them first:"
              + list(reasons));
      this.users = List.copyOf(users);
    }

    /** The subscriptions that use it, or the first of them. */
    public List<UUID> users() {
      return users;
    }
  }

  /** A block of another subscription cannot be used as that one is. */
  public static final class SharedBlockNotReady extends SaveRefused {
    private static final long serialVersionUID = 1L;

    private SharedBlockNotReady(String message) {
      super("shared_block_not_ready", message);
    }

    static SharedBlockNotReady status(
        SubscriptionHeader user,
        SubscriptionLifecycle wanted,
        String path,
        UUID owner,
        String description,
        SubscriptionLifecycle status) {
      return new SharedBlockNotReady(
          "The subscription %s cannot be %s while %s is a block of the subscription %s, which is %s; those that use it can be %s"
              .formatted(
                  named(user),
                  wanted.text(),
                  path,
                  named(owner, description),
                  status.text(),
                  status.allowedUsers().stream()
                      .map(SubscriptionLifecycle::text)
                      .collect(Collectors.joining(", "))));
    }

    static SharedBlockNotReady gone(Collection<String> uses) {
      return new SharedBlockNotReady(
          "Blocks of other subscriptions were removed by those since they were loaded; choose others:"
              + list(uses));
    }
  }
}
