package io.orchestrator4j;

import io.orchestrator4j.builtin.Builtins;
import io.orchestrator4j.catalogue.CatalogueDefinition;
import io.orchestrator4j.catalogue.CatalogueMismatch;
import io.orchestrator4j.catalogue.Products;
import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.engine.Engine;
import io.orchestrator4j.engine.EngineOptions;
import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.lifecycle.Lifecycle;
import io.orchestrator4j.migration.MigrationLine;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.translation.BrokenTranslations;
import io.orchestrator4j.translation.Translations;
import io.orchestrator4j.value.Secrets;
import io.orchestrator4j.value.ValueType;
import io.orchestrator4j.workflow.AppendedSteps;
import io.orchestrator4j.workflow.DefinitionContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Target;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What is configured before an orchestrator starts, and what authors' classes are made with: services that work once it
 * has started. Not thread-safe, but for these.
 */
public final class OrchestratorConfiguration {

  private final DataSource dataSource;
  private final List<Object> holders = new ArrayList<>();
  private final List<AppendedSteps> appended = new ArrayList<>();
  private final List<Class<? extends SubscriptionModel>> productTypes = new ArrayList<>();
  private final List<Class<? extends ProductBlockModel>> blocks = new ArrayList<>();
  private final List<ValueType<?>> valueTypes = new ArrayList<>();
  private Customers customers = Customers.only(CustomerInfo.standard());
  private String language = "en-GB";
  private String schema = "orchestrator";
  private Schema.Mode mode = Schema.Mode.MIGRATE;
  private Registration.Mode catalogueMode = Registration.Mode.SYNC;
  private EngineOptions options = EngineOptions.defaults();
  private Clock clock = Clock.systemUTC();
  private Secrets secrets = Secrets.none();
  private int connections = 12;

  private final Products products = new Products(() -> subscribed().registry());
  private final Subscriptions subscriptions =
      new Subscriptions(() -> subscribed().store());
  private final Lifecycle lifecycle = new Lifecycle(() -> subscribed().startable());
  private volatile @Nullable Sales sales;

  OrchestratorConfiguration(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Objects of classes marked {@code @Workflows}. */
  public OrchestratorConfiguration workflows(Object... more) {
    return workflows(Arrays.asList(more));
  }

  /** Objects of classes marked {@code @Workflows}. */
  public OrchestratorConfiguration workflows(Collection<?> more) {
    holders.addAll(more);
    return this;
  }

  /** Adds steps to each workflow of a target, behind its author's; {@code SYSTEM} stands for tasks. */
  public OrchestratorConfiguration append(Target target, StepList steps) {
    return append(List.of(new AppendedSteps(target, steps)));
  }

  /** Adds steps to each workflow of a target, in this order. */
  public OrchestratorConfiguration append(Collection<AppendedSteps> more) {
    appended.addAll(more);
    return this;
  }

  /** Classes marked {@code @ProductType}; those that workflows name are found by themselves. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final OrchestratorConfiguration productTypes(Class<? extends SubscriptionModel>... more) {
    return productTypes(Arrays.asList(more));
  }

  /** Classes marked {@code @ProductType}. */
  public OrchestratorConfiguration productTypes(
      Collection<Class<? extends SubscriptionModel>> more) {
    productTypes.addAll(more);
    return this;
  }

  /**
   * Classes marked {@code @ProductBlock} that no field names: those that extend a field's type. All others are found by
   * themselves.
   */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final OrchestratorConfiguration blocks(Class<? extends ProductBlockModel>... more) {
    return blocks(Arrays.asList(more));
  }

  /** Classes marked {@code @ProductBlock}, as above. */
  public OrchestratorConfiguration blocks(Collection<Class<? extends ProductBlockModel>> more) {
    blocks.addAll(more);
    return this;
  }

  /** Whom forms offer as customers; one unless said otherwise. */
  public OrchestratorConfiguration customers(Customers other) {
    this.customers = other;
    return this;
  }

  /** How single values of these types look in forms. */
  public OrchestratorConfiguration valueTypes(ValueType<?>... more) {
    return valueTypes(Arrays.asList(more));
  }

  /** How single values of these types look in forms. */
  public OrchestratorConfiguration valueTypes(Collection<? extends ValueType<?>> more) {
    valueTypes.addAll(more);
    return this;
  }

  /**
   * The language of the labels in forms, where {@code translations/<language>.json} on the class path has some; "en-GB"
   * unless said otherwise.
   */
  public OrchestratorConfiguration language(String other) {
    if (!Translations.isLanguage(other)) {
      throw new IllegalArgumentException(
          "A language is written as in en-GB; found %s".formatted(other));
    }
    this.language = other;
    return this;
  }

  /** What encrypts the secrets that people enter; there can be none unless it is said. */
  public OrchestratorConfiguration secrets(Secrets other) {
    this.secrets = other;
    return this;
  }

  /** The schema that has all tables; "orchestrator" unless said otherwise. */
  public OrchestratorConfiguration schema(String name) {
    this.schema = name;
    return this;
  }

  /** What to do with the schema at start; it is migrated unless said otherwise. */
  public OrchestratorConfiguration schemaMode(Schema.Mode other) {
    this.mode = other;
    return this;
  }

  /** What to do at start with the rows of products and workflows; they are written unless said otherwise. */
  public OrchestratorConfiguration catalogueMode(Registration.Mode other) {
    this.catalogueMode = other;
    return this;
  }

  /** How the node runs. */
  public OrchestratorConfiguration options(EngineOptions other) {
    this.options = other;
    return this;
  }

  /** The clock by which times are recorded; the system's in UTC unless said otherwise. */
  public OrchestratorConfiguration clock(Clock other) {
    this.clock = other;
    return this;
  }

  /**
   * How many connections of the data source may be in use at once; 12 unless said otherwise. Some of them are the
   * node's own, for its commits, its heartbeat and what it tells and hears.
   *
   * @throws IllegalArgumentException if it is less than two more than those
   */
  public OrchestratorConfiguration connections(int count) {
    int least = Engine.ownConnections() + 2;
    if (count < least) {
      throw new IllegalArgumentException(
          "A node needs at least %d connections, %d of them for itself; found %d"
              .formatted(least, Engine.ownConnections(), count));
    }
    this.connections = count;
    return this;
  }

  /** The products, for the constructors of authors' classes. */
  public Products products() {
    return products;
  }

  /** The subscriptions, for the constructors of authors' classes. */
  public Subscriptions subscriptions() {
    return subscriptions;
  }

  /** What may happen to subscriptions, for the constructors of authors' classes. */
  public Lifecycle lifecycle() {
    return lifecycle;
  }

  /** The customers, for the constructors of authors' classes. */
  public Customers customers() {
    return customers;
  }

  /**
   * Starts the orchestrator as one more node on its database, and goes on with what waits there for one.
   *
   * @throws DefinitionException if a workflow or a product is not defined as it should
   * @throws BrokenTranslations if a file of translations cannot be read
   * @throws SchemaMismatch if the database's schema does not fit this program
   * @throws CatalogueMismatch if the database does not have the products and workflows that this program needs
   */
  public Orchestrator start() {
    Translations translations = Translations.of(loader());
    CatalogueDefinition defined = defined(translations);
    Sales started = Sales.prepare(
        new Sales.Place(dataSource, schema, connections), defined, mode, catalogueMode, clock);
    // processes that wait go on before the start is over, and their steps may ask
    sales = started;
    Engine engine = Engine.start(
        started.database(), started.workflows(), started.surroundings(), options, clock);
    return new Orchestrator(engine, this, started, translations);
  }

  /**
   * The database that an orchestrator would start on, for whoever looks after it.
   *
   * @param migrations those of the application
   * @throws DefinitionException if a workflow or a product is not defined as it should
   */
  public DatabaseCare database(MigrationLine migrations) {
    return new DatabaseCare(
        dataSource, schema, connections, defined(Translations.of(loader())), migrations, clock);
  }

  private CatalogueDefinition defined(Translations translations) {
    DefinitionContext context = new DefinitionContext(
        DefinedProducts.none(), appended, new Forms(services(translations)), secrets);
    return CatalogueDefinition.read(withBuiltins(), context, productTypes, blocks);
  }

  Clock clock() {
    return clock;
  }

  private Sales subscribed() {
    Sales started = sales;
    if (started == null) {
      throw new IllegalStateException(
          "The orchestrator is not started yet; ask in forms and steps, not in constructors");
    }
    return started;
  }

  // whoever sells nothing has no use for workflows on subscriptions
  private List<Object> withBuiltins() {
    List<Object> all = new ArrayList<>(holders);
    if (CatalogueDefinition.sells(holders, productTypes)) {
      all.addAll(Builtins.workflows());
    }
    return all;
  }

  private FormServices services(Translations translations) {
    try {
      return FormServices.standard()
          .withCustomers(customers)
          .withValueTypes(valueTypes)
          .withLabels(translations.labels(language));
    } catch (DefinitionProblem problem) {
      throw new DefinitionException(List.of(problem));
    }
  }

  private static ClassLoader loader() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return context == null ? Orchestrator.class.getClassLoader() : context;
  }
}
