package io.orchestrator4j.subscription;

import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The subscriptions of one attempt of a step, or of one showing of a form: what is loaded and made in it, and at its
 * end what is to be saved. Of each subscription and each block there is one object. Confined to one thread.
 */
public final class UnitOfWork {

  private static final ScopedValue<UnitOfWork> CURRENT = ScopedValue.newInstance();

  private final SubscriptionStore store;
  private final @Nullable UUID processId;
  private final String actor;
  private final World world;
  private final Map<UUID, LockWish> locks = new HashMap<>();
  private final Set<UUID> linked = new TreeSet<>();
  private final Set<UUID> evenIfLocked = new HashSet<>();
  private boolean ended;

  /** What became of an attempt to take a lock. */
  public enum Lock {
    /** The process has it now. */
    TAKEN,
    /** The process had it already. */
    HELD,
    /** Another process has it, or left it so. */
    OTHERS
  }

  UnitOfWork(SubscriptionStore store, @Nullable UUID processId, String actor, boolean saves) {
    this.store = store;
    this.processId = processId;
    this.actor = actor;
    this.world = store.world(saves);
  }

  /** The unit in which the current thread works, if it is one of this store; else one for a single call. */
  static UnitOfWork of(SubscriptionStore store) {
    return CURRENT.isBound() && CURRENT.get().store.equals(store)
        ? CURRENT.get()
        : new UnitOfWork(store, null, "", false);
  }

  /** Calls the author's code, so that services which it asks for subscriptions find this unit. */
  public <T extends @Nullable Object> T within(Callable<T> call) throws Exception {
    return ScopedValue.where(CURRENT, this).call(call::call);
  }

  /**
   * A subscription with its whole tree.
   *
   * @param type its class, {@code SubscriptionModel}, or an interface that it implements
   * @throws NotUsable if there is none of this id, or it is something else
   */
  public <T> T load(Class<T> type, UUID subscriptionId) {
    return cast(type, world.load(subscriptionId));
  }

  /**
   * Subscriptions with their whole trees, in the order of the ids, in one query.
   *
   * @throws NotUsable if there is none of an id, or it is something else
   */
  public <T> List<T> load(Class<T> type, Collection<UUID> subscriptionIds) {
    return world.load(subscriptionIds).stream().map(each -> cast(type, each)).toList();
  }

  /**
   * A new subscription, with the blocks that it must have. It is stored if it is among what is saved at the end, and
   * locked by the process of this unit.
   *
   * @throws NotUsable if there is no such product, or it is of another type
   */
  public <T> T create(Class<T> type, UUID productId, String customerId) {
    SubscriptionModel fresh = store.products().create(type, productId, customerId, processId);
    world.join(fresh);
    return type.cast(fresh);
  }

  /** A block of a subscription that was loaded. */
  <B> Optional<B> block(Class<B> type, UUID instanceId) {
    Tracked.Block found = world.block(instanceId);
    if (found == null) {
      return Optional.empty();
    }
    if (!type.isInstance(found.model())) {
      throw NotUsable.WrongClass.block(instanceId, found.model().name(), type);
    }
    return Optional.of(type.cast(found.model()));
  }

  /** Loads subscriptions whose blocks will be asked for. */
  void prepare(Collection<UUID> subscriptionIds) {
    world.load(subscriptionIds);
  }

  /** Links the process to a subscription; nothing happens if it is linked already. */
  public void link(UUID subscriptionId) {
    linked.add(subscriptionId);
  }

  /**
   * Takes the lock of a subscription for the process of this unit, as one change of it. If somebody else changes the
   * subscription before that is saved, it is left as they made it, without the lock.
   *
   * @throws NotUsable if there is none of this id
   */
  public Lock lock(UUID subscriptionId) {
    UUID process = Objects.requireNonNull(processId, "only a process takes locks");
    LockWish wish = wish(subscriptionId);
    if (wish.lockedBy() != null) {
      return wish.lockedBy().equals(process) ? Lock.HELD : Lock.OTHERS;
    }
    locks.put(subscriptionId, wish.with(process).yielding());
    return Lock.TAKEN;
  }

  /**
   * The same where it is a failure if another process has it, or takes it before that is saved.
   *
   * @throws SaveRefused.SubscriptionLocked if another process has it, or left it so
   */
  public void requireLock(UUID subscriptionId) {
    if (lock(subscriptionId) == Lock.OTHERS) {
      LockWish wish = wish(subscriptionId);
      throw new SaveRefused.SubscriptionLocked(
          wish.before(), Objects.requireNonNull(wish.lockedBy()));
    }
    locks.computeIfPresent(subscriptionId, (_, wish) -> wish.with(wish.lockedBy()));
  }

  /** Gives the lock of a subscription back, if the process of this unit has it; says whether it had. */
  public boolean unlock(UUID subscriptionId) {
    LockWish wish = wish(subscriptionId);
    if (processId == null || !processId.equals(wish.lockedBy())) {
      return false;
    }
    locks.put(subscriptionId, wish.with(null));
    return true;
  }

  /** Takes the lock of a subscription away from whatever process has it; says whether one had. */
  public boolean setInSync(UUID subscriptionId) {
    LockWish wish = wish(subscriptionId);
    if (wish.lockedBy() == null) {
      return false;
    }
    locks.put(subscriptionId, wish.with(null));
    return true;
  }

  /** Lets this unit change a subscription that another process has locked. */
  public void evenIfLocked(UUID subscriptionId) {
    evenIfLocked.add(subscriptionId);
  }

  /**
   * Ends the unit: finds out what was changed. The models are afterwards what they will be once that is committed,
   * their versions included.
   *
   * @param saved what is to be saved; what was not changed is left alone
   * @throws SaveRefused if something else was changed, or something must not be saved as it is
   * @throws io.orchestrator4j.product.InvalidSubscription if one does not satisfy what its status demands
   */
  public SaveUnit end(Collection<? extends SubscriptionModel> saved) {
    if (ended) {
      throw new IllegalStateException("The unit has ended; open another one for what comes next");
    }
    ended = true;
    SubscriptionRows.ChangedBy by = new SubscriptionRows.ChangedBy(processId, actor, store.now());
    List<SubscriptionChange> changes =
        new UnitEnd(store, world, by, locks, evenIfLocked).changes(saved);
    return new SaveUnit(
        store.tables(),
        changes,
        processId == null
            ? List.of()
            : linked.stream()
                .map(id -> new ProcessLinks.Link(processId, id, by.at()))
                .toList());
  }

  private LockWish wish(UUID subscriptionId) {
    LockWish known = locks.get(subscriptionId);
    if (known != null) {
      return known;
    }
    Tracked.Subscription tracked = world.subscription(subscriptionId);
    if (tracked != null) {
      SubscriptionHeader header =
          tracked.header() == null ? tracked.model().header() : tracked.header();
      return LockWish.none(header, tracked.historyRoom());
    }
    StoredSubscription stored = store.stored(subscriptionId);
    return LockWish.none(stored.header(), stored.historyRoom());
  }

  private static <T> T cast(Class<T> type, SubscriptionModel found) {
    if (!type.isInstance(found)) {
      throw NotUsable.WrongClass.subscription(found, type);
    }
    return type.cast(found);
  }
}
