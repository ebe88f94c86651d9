package io.orchestrator4j.subscription;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.product.BlockDefinition;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductDefinition;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.subscription.TestingModels.User;
import io.orchestrator4j.subscription.TestingModels.UserGroup;
import io.orchestrator4j.subscription.TestingModels.UserGroupBlock;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A schema with the products of {@link TestingModels}, and what tests do with it. */
final class SubscriptionFixture implements AutoCloseable {

  static final String CUSTOMER = "customer 1";

  final String schema = TestingDatabase.freshSchema();
  final CountingDataSource source = new CountingDataSource(TestingDatabase.dataSource());
  final Database database = new Database(source, schema, 8);
  final SettableClock clock = new SettableClock();
  final Map<String, UUID> productIds = new HashMap<>();
  final DefinedProducts defined;
  final SubscriptionStore store;
  final Subscriptions subscriptions;

  SubscriptionFixture() {
    this(TestingModels.types(), List.of());
  }

  SubscriptionFixture(
      Collection<Class<? extends SubscriptionModel>> types,
      Collection<Class<? extends ProductBlockModel>> blocks) {
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
    this.defined = DefinedProducts.of(types, blocks);
    this.store = new SubscriptionStore(database, defined, clock);
    this.subscriptions = new Subscriptions(() -> store);
    defined.products().forEach(this::register);
    defined.blocks().forEach(this::register);
    var _ = source.executed();
  }

  /** The same database as another program sees it, which has other classes. */
  SubscriptionStore storeOf(
      Collection<Class<? extends SubscriptionModel>> types,
      Collection<Class<? extends ProductBlockModel>> blocks) {
    DefinedProducts other = DefinedProducts.of(types, blocks);
    other.products().stream()
        .filter(product -> !productIds.containsKey(product.name()))
        .forEach(this::register);
    other.blocks().stream()
        .filter(block -> defined.block(block.name()).isEmpty())
        .forEach(this::register);
    return new SubscriptionStore(database, other, clock);
  }

  private void register(ProductDefinition product) {
    UUID id = UUID.randomUUID();
    productIds.put(product.name(), id);
    database.with(handle -> handle.execute(
        "insert into ${schema}.products values (?, ?, ?, ?, ?, 'active', now(), null)",
        id,
        product.name(),
        product.description(),
        product.productType(),
        product.tag()));
    product
        .fixedInputs()
        .forEach((name, value) -> database.with(handle -> handle.execute(
            "insert into ${schema}.fixed_inputs values (?, ?, ?, ?, now())",
            UUID.randomUUID(),
            id,
            name,
            value)));
  }

  private void register(BlockDefinition block) {
    database.with(handle -> handle.execute(
        "insert into ${schema}.product_blocks values (?, ?, '', ?, 'active', now(), null)"
            + " on conflict (name) do nothing",
        UUID.randomUUID(),
        block.name(),
        block.tag()));
  }

  /** A step: what it returns is saved. */
  SaveUnit step(Callable<? extends Collection<? extends SubscriptionModel>> work) {
    return step(store, null, work);
  }

  SaveUnit step(
      SubscriptionStore of,
      @Nullable UUID processId,
      Callable<? extends Collection<? extends SubscriptionModel>> work) {
    SaveUnit saved = prepared(of, processId, work);
    commit(saved);
    return saved;
  }

  /** A step that has ended, and is not committed yet. */
  SaveUnit prepared(
      SubscriptionStore of,
      @Nullable UUID processId,
      Callable<? extends Collection<? extends SubscriptionModel>> work) {
    UnitOfWork unit = of.open(processId, "ann");
    try {
      return unit.end(unit.within(work::call));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  /** Executes a unit's statements in a transaction of their own. */
  void commit(SaveUnit unit) {
    inTransaction(unit::apply);
  }

  /** Executes the statements of several units in one transaction. */
  void commitTogether(List<SaveUnit> units) {
    inTransaction(connection -> SaveUnit.together(units, connection));
  }

  private interface Statements {
    void execute(Connection connection) throws SQLException;
  }

  private void inTransaction(Statements statements) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        statements.execute(connection);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  UUID product(String name) {
    return productIds.get(name);
  }

  /** A new subscription that was saved. */
  <T extends SubscriptionModel> UUID created(Class<T> type, String product, Consumer<T> filling) {
    UUID[] id = new UUID[1];
    var _ = step(() -> {
      T fresh = subscriptions.create(type, product(product), CUSTOMER);
      filling.accept(fresh);
      id[0] = fresh.subscriptionId();
      return List.of(fresh);
    });
    return id[0];
  }

  /** Changes a stored subscription. */
  <T extends SubscriptionModel> SaveUnit changed(Class<T> type, UUID id, Consumer<T> changing) {
    return step(() -> {
      T loaded = subscriptions.load(type, id);
      changing.accept(loaded);
      return List.of(loaded);
    });
  }

  UUID group(String name, @Nullable Integer id) {
    return created(UserGroup.class, "User Group", group -> {
      group.userGroup.groupName = name;
      group.userGroup.groupId = id;
      group.description("User Group " + name);
    });
  }

  UUID user(String name, UUID group) {
    return created(User.class, "User internal", user -> {
      user.user.username = name;
      user.user.group = groupBlock(group);
      user.user.userId = name.hashCode();
      user.description("User " + name);
    });
  }

  UserGroupBlock groupBlock(UUID group) {
    return subscriptions.load(UserGroup.class, group).userGroup;
  }

  @Override
  public void close() throws SQLException {
    source.close();
  }

  /** A clock that stands still until it is set. */
  static final class SettableClock extends Clock {

    private Instant now = Instant.parse("2026-03-01T10:00:00.123456789Z");

    void set(String time) {
      now = Instant.parse(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
