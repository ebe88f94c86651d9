package io.orchestrator4j.subscription;

import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.store.Database;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What has been sold, on one database: where units of work begin, and what reads around them. Thread-safe. */
public final class SubscriptionStore {

  private final Database database;
  private final DefinedProducts defined;
  private final Clock clock;
  private final TreeRows trees;
  private final ProductRows products;
  private final SubscriptionTables tables;

  /**
   * The subscriptions of a database.
   *
   * @param defined the product types and blocks that this application has classes for
   * @param clock by which starts, ends and changes are dated
   */
  public SubscriptionStore(Database database, DefinedProducts defined, Clock clock) {
    this.database = database;
    this.defined = defined;
    this.clock = clock;
    this.trees = new TreeRows(database);
    this.products = new ProductRows(database, defined);
    this.tables = SubscriptionTables.of(database);
  }

  /**
   * Opens a unit of work.
   *
   * @param processId the process that works; null where none does, such as for a form before there is one
   * @param actor in whose name it happens
   */
  public UnitOfWork open(@Nullable UUID processId, String actor) {
    return new UnitOfWork(this, processId, actor, true);
  }

  /**
   * Saves what no process does, in a transaction of its own.
   *
   * @throws SaveRefused if something is another than it was; nothing was changed
   */
  public void save(SaveUnit unit) {
    database.inTransaction(handle -> {
      unit.apply(handle.getConnection());
      return null;
    });
  }

  /** What subscriptions were. */
  public SubscriptionHistory history() {
    return new SubscriptionHistory(this);
  }

  /** What subscriptions are, for people. */
  public SubscriptionReader reader() {
    return new SubscriptionReader(this);
  }

  /** Which subscriptions there are, for operators. */
  public SubscriptionLists lists() {
    return new SubscriptionLists(database);
  }

  /** What uses what. */
  public SubscriptionRelations relations() {
    return new SubscriptionRelations(database);
  }

  /** Which processes work on what. */
  public ProcessLinks links() {
    return tables.links();
  }

  /** What is known of a subscription; empty where there is none of this id. */
  public Optional<SubscriptionHeader> find(UUID subscriptionId) {
    return Optional.ofNullable(find(List.of(subscriptionId)).get(subscriptionId));
  }

  /** What is known of subscriptions, by id, in one query; what is not there is left out. */
  public Map<UUID, SubscriptionHeader> find(Collection<UUID> subscriptionIds) {
    Map<UUID, SubscriptionHeader> found = new LinkedHashMap<>();
    database
        .with(handle -> handle
            .createQuery(
                """
                select {columns}
                from {tables}
                where s.subscription_id = any(:ids)
                order by s.subscription_id
                """.replace("{columns}", HeaderRows.COLUMNS).replace("{tables}", HeaderRows.TABLES))
            .bind("ids", subscriptionIds.toArray(UUID[]::new))
            .map((row, _) -> HeaderRows.header(row))
            .list())
        .forEach(header -> found.put(header.subscriptionId(), header));
    return found;
  }

  /** Whether this application has a class for a product's type. */
  public boolean isDefined(ProductInfo product) {
    return defined.type(product.productType()).isPresent();
  }

  /**
   * Writes anew by what the blocks of a kind are found and held unique. Saves do so by themselves; it is for what was
   * stored before a field was searchable or unique.
   *
   * @param block the name of the kind
   * @throws NotUsable if this application has no class for it
   * @throws SaveRefused if two blocks have a value that is to be unique
   */
  public void refill(String block) {
    new IndexRefill(database, defined, tables.index())
        .refill(defined.block(block).orElseThrow(() -> NotUsable.NotDefined.block(block)));
  }

  Database database() {
    return database;
  }

  DefinedProducts defined() {
    return defined;
  }

  ProductRows products() {
    return products;
  }

  SubscriptionTables tables() {
    return tables;
  }

  World world(boolean tracking) {
    return new World(defined, trees::read, tracking);
  }

  StoredTrees trees(Collection<UUID> subscriptionIds) {
    return trees.read(subscriptionIds, List.of());
  }

  /** One that has read the tree of a subscription already. */
  World world(UUID subscriptionId, StoredTrees read) {
    return new World(
        defined,
        (whole, used) -> used.isEmpty() && Set.copyOf(whole).equals(Set.of(subscriptionId))
            ? read
            : trees.read(whole, used),
        false);
  }

  // what the database keeps, so that models are what they will be when they are loaded
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  /** A subscription's row. */
  StoredSubscription stored(UUID subscriptionId) {
    return database.with(handle -> handle
        .createQuery(
            """
            select {columns}, s.history_room
            from {tables}
            where s.subscription_id = :id
            """.replace("{columns}", HeaderRows.COLUMNS).replace("{tables}", HeaderRows.TABLES))
        .bind("id", subscriptionId)
        .map((row, _) ->
            new StoredSubscription(HeaderRows.header(row), Map.of(), row.getInt("history_room")))
        .findOne()
        .orElseThrow(() -> new NotUsable.SubscriptionNotFound(subscriptionId)));
  }

  /** The subscription that a block belongs to, if there is such a block. */
  Optional<UUID> ownerOf(UUID instanceId) {
    return database.with(handle ->
        handle.createQuery("""
            select subscription_id
            from ${schema}.subscription_instances
            where subscription_instance_id = :id
            """).bind("id", instanceId).mapTo(UUID.class).findOne());
  }

  /** A subscription's tree as the history keeps it, read anew, below another header. */
  ObjectNode document(SubscriptionHeader header) {
    UUID id = header.subscriptionId();
    StoredTrees found = trees.read(List.of(id), List.of());
    Map<UUID, List<StoredUse>> uses = new HashMap<>();
    found
        .usesOf(id)
        .forEach(use -> uses.computeIfAbsent(use.user(), _ -> new ArrayList<>()).add(use));
    Map<UUID, Integer> seen = new TreeMap<>();
    found.subscriptions().forEach((other, each) -> seen.put(other, each.header().version()));
    seen.remove(id);
    return TreeDocument.whole(header, found.blocksOf(id), uses, seen);
  }
}
