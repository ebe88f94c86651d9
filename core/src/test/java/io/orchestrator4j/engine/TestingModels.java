package io.orchestrator4j.engine;

import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.LifecycleStep;
import io.orchestrator4j.workflow.SharedWork;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepEffects;
import io.orchestrator4j.workflow.StepModels;
import io.orchestrator4j.workflow.StepParameter;
import io.orchestrator4j.workflow.StepUnit;
import io.orchestrator4j.workflow.SubscriptionReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Domain models that are nothing but headers, kept in a table of two columns and a lock. */
final class TestingModels implements StepModels {

  @ProductType("Thing")
  static class Thing extends SubscriptionModel {}

  private static final ProductInfo PRODUCT = new ProductInfo(
      new UUID(0, 1),
      "Thing",
      "A thing",
      "Thing",
      "THING",
      ProductLifecycle.ACTIVE,
      Instant.EPOCH,
      null);
  private static final ScopedValue<Unit> CURRENT = ScopedValue.newInstance();

  /** Whoever has asked for a unit. */
  final List<String> opened = new CopyOnWriteArrayList<>();

  /** How often the database is to be away when something is loaded. */
  final AtomicInteger away = new AtomicInteger();

  private final Database database;

  TestingModels(Database database) {
    this.database = database;
    int _ = database.with(handle -> handle.execute("""
        create table ${schema}.things (
          id uuid primary key, description text not null, status text not null, version int not null, locked_by uuid)
        """)
        + handle.execute("create table ${schema}.things_of_processes (process_id uuid, id uuid)"));
  }

  /** A thing that is there, in sync. */
  UUID add(String description) {
    UUID id = UUID.randomUUID();
    int _ = database.with(handle ->
        handle.execute("insert into ${schema}.things values (?, ?, 'active', 1)", id, description));
    return id;
  }

  /** What there is of a thing: {@code description/status/version}. */
  String stored(UUID id) {
    return database.with(
        handle -> handle.createQuery("""
            select description || '/' || status || '/' || version || case when locked_by is null then '' else '/locked' end
            from ${schema}.things
            where id = :id
            """).bind("id", id).mapTo(String.class).one());
  }

  /** A new thing of the step that asks. */
  static Thing create(UUID id, String description) {
    return CURRENT.get().create(id, description);
  }

  @Override
  public StepUnit open(@Nullable UUID processId, String actor) {
    opened.add(actor);
    return new Unit(processId);
  }

  private Thing load(UUID id) {
    if (away.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw DatabaseUnavailable.of(new SQLException("away", "08006"));
    }
    return database
        .with(handle -> handle
            .createQuery("select * from ${schema}.things where id = :id")
            .bind("id", id)
            .map((row, _) -> thing(SubscriptionHeader.fresh(id, PRODUCT, "7", null)
                .withDescription(row.getString("description"))
                .withStatus(SubscriptionLifecycle.parse(row.getString("status")))
                .withLockedBy(row.getObject("locked_by", UUID.class))
                .withVersion(row.getInt("version"))))
            .findOne())
        .orElseThrow(() -> new IllegalArgumentException("There is no thing " + id));
  }

  private static Thing thing(SubscriptionHeader header) {
    return (Thing) Models.subscription(ProductTypeDefinition.of(Thing.class), header, Map.of());
  }

  private record Statements(List<CommitWork> works, Set<UUID> touched) implements SharedWork {

    @Override
    public void apply(Connection connection) throws SQLException {
      for (CommitWork work : works) {
        work.apply(connection);
      }
    }

    @Override
    public boolean isShareable() {
      return true;
    }

    @Override
    public CommitWork together(List<SharedWork> others) {
      return connection -> {
        apply(connection);
        for (SharedWork other : others) {
          other.apply(connection);
        }
      };
    }
  }

  private final class Unit implements StepUnit {

    private final @Nullable UUID processId;
    private final Map<UUID, Thing> known = new HashMap<>();
    private final Map<UUID, SubscriptionHeader> before = new HashMap<>();
    private final List<CommitWork> works = new ArrayList<>();
    private final Set<UUID> changed = new HashSet<>();

    Unit(@Nullable UUID processId) {
      this.processId = processId;
    }

    @Override
    public Object load(StepParameter.Model parameter, JsonNode stored) {
      if (!parameter.list()) {
        return one(stored);
      }
      List<Thing> things = new ArrayList<>();
      stored.forEach(each -> things.add(one(each)));
      return things;
    }

    private Thing one(JsonNode stored) {
      UUID id = SubscriptionReference.read(stored)
          .map(SubscriptionReference::subscriptionId)
          .orElseGet(() -> UUID.fromString(stored.stringValue()));
      return known.computeIfAbsent(id, _ -> {
        Thing thing = TestingModels.this.load(id);
        before.put(id, thing.header());
        return thing;
      });
    }

    Thing create(UUID id, String description) {
      Thing thing =
          thing(SubscriptionHeader.fresh(id, PRODUCT, "7", null).withDescription(description));
      known.put(id, thing);
      return thing;
    }

    @Override
    public <T extends @Nullable Object> T within(Callable<T> call) throws Exception {
      return ScopedValue.where(CURRENT, this).call(call::call);
    }

    @Override
    public State perform(LifecycleStep step, ObjectNode state) {
      Thing thing = one(state.get("subscription_id"));
      UUID id = thing.subscriptionId();
      switch (step) {
        case LifecycleStep.Relate _ ->
          works.add(
              statement("insert into ${schema}.things_of_processes values (?, ?)", processId, id));
        case LifecycleStep.Lock(boolean checked) -> {
          if (checked && !thing.insync()) {
            throw new IllegalStateException(
                "Subscription is already out of sync, cannot continue!");
          }
          change(
              statement("update ${schema}.things set locked_by = ? where id = ?", processId, id),
              id);
        }
        case LifecycleStep.Unlock() ->
          change(statement("update ${schema}.things set locked_by = null where id = ?", id), id);
        case LifecycleStep.StoreNote() -> thing.note(state.path("note").stringValue());
        case LifecycleStep.SetStatus(var status) -> thing.transitionTo(status);
      }
      return State.of("subscription", thing);
    }

    @Override
    public StepEffects end(State result) {
      Set<UUID> returned = new HashSet<>();
      State written = result.written(model -> {
        returned.add(model.subscriptionId());
        return reference((Thing) model);
      });
      for (Thing thing : known.values()) {
        if (isChanged(thing)) {
          save(thing, returned);
        }
      }
      return new StepEffects(
          written, works.isEmpty() ? null : new Statements(List.copyOf(works), changed), changed);
    }

    private JsonNode reference(Thing thing) {
      int version = thing.version() + (isChanged(thing) ? 1 : 0);
      return new SubscriptionReference(thing.subscriptionId(), version).toTree();
    }

    private boolean isChanged(Thing thing) {
      return !thing.header().equals(before.get(thing.subscriptionId()));
    }

    private void save(Thing thing, Set<UUID> returned) {
      if (!returned.contains(thing.subscriptionId())) {
        throw new IllegalStateException(thing + " was changed and is not in the result");
      }
      change(
          before.containsKey(thing.subscriptionId()) ? update(thing) : insert(thing),
          thing.subscriptionId());
    }

    private CommitWork insert(Thing thing) {
      return statement(
          "insert into ${schema}.things values (?, ?, ?, 1)",
          thing.subscriptionId(),
          thing.description(),
          thing.status().text());
    }

    private CommitWork update(Thing thing) {
      return statement(
          "update ${schema}.things set description = ?, status = ?, version = version + 1 where id = ? and version = ?",
          thing.description(),
          thing.status().text(),
          thing.subscriptionId(),
          thing.version());
    }

    private void change(CommitWork work, UUID id) {
      works.add(work);
      changed.add(id);
    }

    private CommitWork statement(String sql, @Nullable Object... values) {
      return connection -> {
        try (PreparedStatement statement = connection.prepareStatement(database.sql(sql))) {
          for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
          }
          if (statement.executeUpdate() != 1) {
            throw new IllegalStateException("The thing was changed by somebody else");
          }
        }
      };
    }
  }
}
