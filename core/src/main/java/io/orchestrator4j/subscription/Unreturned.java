package io.orchestrator4j.subscription;

import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Finds changes that would be lost, since what was changed is not among what is saved. */
final class Unreturned {

  private final World world;

  Unreturned(World world) {
    this.world = world;
  }

  /**
   * Demands that nothing but these was changed.
   *
   * @throws SaveRefused naming blocks and fields
   */
  void require(Set<UUID> saved) {
    for (Tracked.Subscription subscription : world.subscriptions()) {
      if (!saved.contains(subscription.model().subscriptionId())) {
        require(subscription);
      }
    }
    List<String> shared = new ArrayList<>();
    for (Tracked.Block block : world.sharedBlocks()) {
      SubscriptionHeader owner = world.header(block.model().ownerSubscriptionId());
      differences(block)
          .forEach(field -> shared.add("%s of the subscription %s '%s'"
              .formatted(field, owner.subscriptionId(), owner.description())));
    }
    if (!shared.isEmpty()) {
      throw new SaveRefused.SharedBlockChanged(shared);
    }
  }

  private void require(Tracked.Subscription subscription) {
    SubscriptionHeader before = subscription.header();
    SubscriptionHeader now = subscription.model().header();
    if (before == null || subscription.fingerprint() == null) {
      throw SaveRefused.ChangedButNotReturned.created(now);
    }
    List<String> changed = new ArrayList<>(differences(before, now));
    changed.addAll(subscription
        .fingerprint()
        .differences(
            Fingerprint.of(subscription.model()),
            ProductTypeDefinition.of(subscription.model().getClass()).blockFields()));
    for (UUID id : subscription.blocks().keySet()) {
      Tracked.Block block = world.block(id);
      if (block != null) {
        changed.addAll(differences(block));
      }
    }
    if (!changed.isEmpty()) {
      throw SaveRefused.ChangedButNotReturned.changed(now, changed);
    }
  }

  private static List<String> differences(Tracked.Block block) {
    if (block.fingerprint() == null) {
      return List.of();
    }
    ProductBlockModel model = block.model();
    return block
        .fingerprint()
        .differences(Fingerprint.of(model), BlockDefinition.of(model.getClass()))
        .stream()
        .map(field -> "%s.%s".formatted(model, field))
        .toList();
  }

  private static List<String> differences(SubscriptionHeader before, SubscriptionHeader now) {
    List<String> names = new ArrayList<>();
    if (!before.description().equals(now.description())) {
      names.add("description");
    }
    if (before.status() != now.status()) {
      names.add("status");
    }
    if (!Objects.equals(before.note(), now.note())) {
      names.add("note");
    }
    return names;
  }
}
