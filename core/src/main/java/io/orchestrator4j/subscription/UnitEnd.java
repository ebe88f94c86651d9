package io.orchestrator4j.subscription;

import io.orchestrator4j.product.LifecycleRules;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Finds out what a unit of work has changed, and whether it may. */
final class UnitEnd {

  private final SubscriptionStore store;
  private final World world;
  private final SubscriptionRows.ChangedBy by;
  private final Map<UUID, LockWish> locks;
  private final Set<UUID> evenIfLocked;
  private final Map<UUID, Draft> drafts = new TreeMap<>();

  /**
   * A subscription on its way.
   *
   * @param tree null where only its lock is another
   * @param yields whether it is nothing but a lock that is left to whoever is faster
   */
  private record Draft(
      @Nullable SubscriptionHeader before,
      SubscriptionHeader after,
      int historyRoom,
      @Nullable SubscriptionModel model,
      @Nullable OwnTree tree,
      @Nullable TreeChange change,
      boolean yields) {}

  UnitEnd(
      SubscriptionStore store,
      World world,
      SubscriptionRows.ChangedBy by,
      Map<UUID, LockWish> locks,
      Set<UUID> evenIfLocked) {
    this.store = store;
    this.world = world;
    this.by = by;
    this.locks = locks;
    this.evenIfLocked = evenIfLocked;
  }

  List<SubscriptionChange> changes(Collection<? extends SubscriptionModel> saved) {
    Set<UUID> ids = new LinkedHashSet<>();
    for (SubscriptionModel model : saved) {
      if (!world.has(model)) {
        throw SaveRefused.NotOfThisStep.subscription(model.header());
      }
      ids.add(model.subscriptionId());
    }
    List<Tracked.Subscription> subscriptions =
        world.subscriptions().stream().filter(each -> ids.contains(id(each))).toList();
    claim(subscriptions, false);
    claim(subscriptions, true);
    new Unreturned(world).require(ids);
    subscriptions.forEach(this::draft);
    locks.forEach(this::draftLock);
    List<SubscriptionChange> changes =
        drafts.values().stream().map(this::change).toList();
    drafts.values().forEach(draft -> {
      if (draft.model() != null) {
        Models.set(draft.model(), draft.after());
      }
    });
    return changes;
  }

  private static UUID id(Tracked.Subscription subscription) {
    return subscription.model().subscriptionId();
  }

  private void claim(List<Tracked.Subscription> subscriptions, boolean orShared) {
    for (Tracked.Subscription each : subscriptions) {
      OwnTree.claim(each.model(), orShared, block -> world.join(each.model(), block));
    }
  }

  private void draft(Tracked.Subscription subscription) {
    SubscriptionModel model = subscription.model();
    SubscriptionHeader before = subscription.header();
    OwnTree tree = OwnTree.of(model, world);
    TreeChange change = TreeChange.of(subscription, tree, world);
    LockWish wish = locks.get(id(subscription));
    SubscriptionHeader now = model.header();
    if (before != null && wish != null) {
      if (wish.before().version() != before.version()) {
        throw SaveRefused.StaleSubscription.of(wish.before(), before.version(), null);
      }
      now = now.withLockedBy(wish.lockedBy());
    }
    boolean changed = before == null || !change.isEmpty() || !model.header().equals(before);
    if (changed) {
      requireOwnLock(before);
      requireValid(model, before, change);
    }
    if (changed || !now.equals(before)) {
      SubscriptionHeader after = dated(now.withVersion(now.version() + 1));
      boolean yields = !changed && wish != null && wish.yields();
      drafts.put(
          id(subscription),
          new Draft(before, after, subscription.historyRoom(), model, tree, change, yields));
    }
  }

  private void draftLock(UUID id, LockWish wish) {
    boolean whole = world.subscription(id) != null && drafts.containsKey(id);
    if (!whole && !wish.after().equals(wish.before())) {
      SubscriptionHeader after = wish.after().withVersion(wish.before().version() + 1);
      Tracked.Subscription tracked = world.subscription(id);
      drafts.put(
          id,
          new Draft(
              wish.before(),
              after,
              wish.historyRoom(),
              tracked == null ? null : tracked.model(),
              null,
              null,
              wish.yields()));
    }
  }

  private void requireOwnLock(@Nullable SubscriptionHeader before) {
    if (before != null
        && before.lockedBy() != null
        && !before.lockedBy().equals(by.processId())
        && !evenIfLocked.contains(before.subscriptionId())) {
      throw new SaveRefused.SubscriptionLocked(before, before.lockedBy());
    }
  }

  // a note can be written on what has become invalid for other reasons
  private static void requireValid(
      SubscriptionModel model, @Nullable SubscriptionHeader before, TreeChange change) {
    if (before == null || before.status() != model.status() || !change.isEmpty()) {
      LifecycleRules.require(model, model.status());
    }
  }

  private SubscriptionHeader dated(SubscriptionHeader header) {
    Instant start = header.startDate() == null && header.status() == SubscriptionLifecycle.ACTIVE
        ? by.at()
        : header.startDate();
    Instant end = header.endDate() == null && header.status() == SubscriptionLifecycle.TERMINATED
        ? by.at()
        : header.endDate();
    return header.withDates(start, end);
  }

  private SubscriptionChange change(Draft draft) {
    return new SubscriptionChange(
        draft.before(),
        draft.after(),
        draft.change(),
        needs(draft),
        history(draft),
        by,
        draft.yields());
  }

  private List<SubscriptionChange.Need> needs(Draft draft) {
    // whoever ends needs nothing any more
    if (draft.tree() == null || !draft.after().status().isAlive()) {
      return List.of();
    }
    SubscriptionHeader before = draft.before();
    boolean all = before == null || before.status() != draft.after().status();
    Set<UUID> rewired = Objects.requireNonNull(draft.change()).rewired();
    List<SubscriptionChange.Need> needs = new ArrayList<>();
    for (OwnTree.Place place : draft.tree().shared()) {
      UUID user = place.parent() == null ? draft.after().subscriptionId() : place.parent();
      if (all || rewired.contains(user)) {
        SubscriptionChange.Need need = new SubscriptionChange.Need(
            place.block().subscriptionInstanceId(),
            place.block().ownerSubscriptionId(),
            place.path());
        SubscriptionHeader owner = headerOf(need.owner());
        UseRules.requireUsable(draft.after(), need, owner.description(), owner.status());
        needs.add(need);
      }
    }
    return needs;
  }

  /** A subscription as it is after this unit, as far as that is known. */
  private SubscriptionHeader headerOf(UUID id) {
    Draft draft = drafts.get(id);
    return draft == null ? world.header(id) : draft.after();
  }

  private SubscriptionChange.History history(Draft draft) {
    Map<UUID, Integer> seen = new TreeMap<>();
    if (draft.tree() != null) {
      draft.tree().reached().forEach(id -> seen.put(id, headerOf(id).version()));
    }
    if (draft.before() == null) {
      return History.first(whole(draft, seen));
    }
    ObjectNode change = draft.change() == null
        ? TreeDocument.change(draft.before(), draft.after())
        : TreeDocument.change(draft.before(), draft.after(), draft.change(), seen);
    return History.next(draft.historyRoom(), change, () -> whole(draft, seen));
  }

  private ObjectNode whole(Draft draft, Map<UUID, Integer> seen) {
    TreeChange change = draft.change();
    return change == null
        ? store.document(draft.after())
        : TreeDocument.whole(draft.after(), change.blocks(), change.uses(), seen);
  }
}
