package io.orchestrator4j.benchmarks.sold;

import com.zaxxer.hikari.HikariDataSource;
import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.benchmarks.database.DatabaseAddress;
import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.subscription.UnitOfWork;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/**
 * Products and subscriptions in a database of their own on which no node is at work, so that the server's log has
 * nothing but what is asked for. Used by one thread.
 */
public final class Shop implements AutoCloseable {

  private static final String SCHEMA = "orchestrator";

  private static final String ACTOR = "benchmark";
  private static final int CONNECTIONS = 4;
  private static final List<Class<? extends SubscriptionModel>> TYPES =
      List.of(Rack.class, Site.class, Line.class);

  private final DatabaseAddress address;
  private final HikariDataSource pool;
  private final Database database;
  private final SubscriptionStore store;

  private Shop(DatabaseAddress address, HikariDataSource pool) {
    this.address = address;
    this.pool = pool;
    this.database = new Database(pool, SCHEMA, CONNECTIONS);
    this.store =
        new SubscriptionStore(database, DefinedProducts.of(TYPES, List.of()), Clock.systemUTC());
  }

  /** Puts the products into an empty database, as an orchestrator does when it starts. */
  public static Shop open(DatabaseAddress address) {
    try (HikariDataSource pool = address.pool("registration", 15)) {
      OrchestratorConfiguration configuration = Orchestrator.on(pool).schema(SCHEMA);
      configuration
          .productTypes(TYPES)
          .workflows(new RackWorkflows(configuration.subscriptions()))
          .start()
          .close();
    }
    return new Shop(address, address.pool("shop", CONNECTIONS));
  }

  /** Where it is. */
  public DatabaseAddress address() {
    return address;
  }

  /** Its tables. */
  public Database database() {
    return database;
  }

  /** What was sold. */
  public SubscriptionStore store() {
    return store;
  }

  /** A unit of work, as a step has one; of no process, since that would keep what it makes locked. */
  public UnitOfWork unit() {
    return store.open(null, ACTOR);
  }

  /** A new subscription in a unit; not saved yet. */
  public <T extends SubscriptionModel> T create(UnitOfWork unit, Class<T> type, String product) {
    return unit.create(type, product(product), CustomerInfo.standard().customerId());
  }

  /** Ends a unit, and saves what it has changed of a subscription in a transaction of its own. */
  public void save(UnitOfWork unit, SubscriptionModel changed) {
    store.save(unit.end(List.of(changed)));
  }

  /** Lets the planner know what the tables hold, as it does soon where a server is not in a hurry. */
  public void analyze() throws SQLException {
    try (Connection connection = address.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("vacuum (analyze)");
    }
  }

  /** The id of a product. */
  public UUID product(String name) {
    try (Connection connection = address.connect();
        PreparedStatement statement = connection.prepareStatement(
            "select product_id from orchestrator.products where name = ?")) {
      statement.setString(1, name);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return row.getObject("product_id", UUID.class);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The product '%s' cannot be read".formatted(name), e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
