package io.orchestrator4j.subscription;

import io.orchestrator4j.store.Database;

/** The tables that a save writes. */
record SubscriptionTables(
    UseRules uses,
    SubscriptionRows subscriptions,
    BlockRows blocks,
    IndexRows index,
    ProcessLinks links) {

  static SubscriptionTables of(Database database) {
    return new SubscriptionTables(
        new UseRules(database),
        new SubscriptionRows(database),
        new BlockRows(database),
        new IndexRows(database),
        new ProcessLinks(database));
  }
}
