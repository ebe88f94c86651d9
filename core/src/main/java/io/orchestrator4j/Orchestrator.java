package io.orchestrator4j;

import io.orchestrator4j.audit.AuditTrail;
import io.orchestrator4j.catalogue.Catalogue;
import io.orchestrator4j.catalogue.CatalogueDefinition;
import io.orchestrator4j.catalogue.CatalogueEdits;
import io.orchestrator4j.catalogue.CatalogueMismatch;
import io.orchestrator4j.catalogue.ProductRegistry;
import io.orchestrator4j.catalogue.Products;
import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.engine.Engine;
import io.orchestrator4j.engine.EngineOptions;
import io.orchestrator4j.engine.EngineStatus;
import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.engine.ProcessReader;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.node.NodeInfo;
import io.orchestrator4j.process.ProcessLists;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * An orchestrator at work: {@code Orchestrator.on(dataSource).workflows(new UserGroups(...)).start()}.
 * Thread-safe; to be closed when the application ends.
 */
public final class Orchestrator implements AutoCloseable {

  private final Engine engine;
  private final Database database;
  private final RegisteredWorkflows workflows;
  private final Products products;
  private final Clock clock;

  private Orchestrator(
      Engine engine,
      Database database,
      RegisteredWorkflows workflows,
      Products products,
      Clock clock) {
    this.engine = engine;
    this.database = database;
    this.workflows = workflows;
    this.products = products;
    this.clock = clock;
  }

  /** An orchestrator on a PostgreSQL database, 14 or newer, to be configured and started. */
  public static Configuration on(DataSource dataSource) {
    return new Configuration(dataSource);
  }

  /**
   * What is configured before the start, and what authors' classes are made with: services that work once the
   * orchestrator is started. Not thread-safe, but for these.
   */
  public static final class Configuration {

    private final DataSource dataSource;
    private final List<Object> holders = new ArrayList<>();
    private final List<Class<? extends SubscriptionModel>> productTypes = new ArrayList<>();
    private final List<Class<? extends ProductBlockModel>> blocks = new ArrayList<>();
    private final Products products = new Products(this::registry);
    private volatile @Nullable ProductRegistry registry;
    private Registration.Mode catalogueMode = Registration.Mode.SYNC;
    private String schema = "orchestrator";
    private Schema.Mode mode = Schema.Mode.MIGRATE;
    private EngineOptions options = EngineOptions.defaults();
    private Clock clock = Clock.systemUTC();
    private int connections = 12;

    private Configuration(DataSource dataSource) {
      this.dataSource = dataSource;
    }

    /** Objects of classes marked {@code @Workflows}. */
    public Configuration workflows(Object... more) {
      return workflows(Arrays.asList(more));
    }

    /** Objects of classes marked {@code @Workflows}. */
    public Configuration workflows(Collection<?> more) {
      holders.addAll(more);
      return this;
    }

    /** Classes marked {@code @ProductType}. */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Configuration productTypes(Class<? extends SubscriptionModel>... more) {
      return productTypes(Arrays.asList(more));
    }

    /** Classes marked {@code @ProductType}. */
    public Configuration productTypes(Collection<Class<? extends SubscriptionModel>> more) {
      productTypes.addAll(more);
      return this;
    }

    /**
     * Classes marked {@code @ProductBlock} that no field names: those that extend a field's type. All others are found
     * by themselves.
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // the array is only read
    public final Configuration blocks(Class<? extends ProductBlockModel>... more) {
      return blocks(Arrays.asList(more));
    }

    /** Classes marked {@code @ProductBlock}, as above. */
    public Configuration blocks(Collection<Class<? extends ProductBlockModel>> more) {
      blocks.addAll(more);
      return this;
    }

    /** The products, for the constructors of authors' classes; to be asked once the orchestrator is started. */
    public Products products() {
      return products;
    }

    /** What to do at start with the rows of products and workflows; they are written unless said otherwise. */
    public Configuration catalogueMode(Registration.Mode other) {
      this.catalogueMode = other;
      return this;
    }

    /** The schema that has all tables; "orchestrator" unless said otherwise. */
    public Configuration schema(String name) {
      this.schema = name;
      return this;
    }

    /** What to do with the schema at start; it is migrated unless said otherwise. */
    public Configuration schemaMode(Schema.Mode other) {
      this.mode = other;
      return this;
    }

    /** How the node runs. */
    public Configuration options(EngineOptions other) {
      this.options = other;
      return this;
    }

    /** The clock by which times are recorded; the system's in UTC unless said otherwise. */
    public Configuration clock(Clock other) {
      this.clock = other;
      return this;
    }

    /**
     * How many connections of the data source may be in use at once; 12 unless said otherwise. Four
     * of them are the node's own, for its commits, its heartbeat and what it tells and hears.
     *
     * @throws IllegalArgumentException if it is less than six
     */
    public Configuration connections(int count) {
      int least = Engine.ownConnections() + 2;
      if (count < least) {
        throw new IllegalArgumentException(
            "A node needs at least %d connections, %d of them for itself; found %d"
                .formatted(least, Engine.ownConnections(), count));
      }
      this.connections = count;
      return this;
    }

    /**
     * Starts the orchestrator as one more node on its database, and goes on with what waits there for
     * one.
     *
     * @throws DefinitionException if a workflow or a product is not defined as it should
     * @throws SchemaMismatch if the database's schema does not fit this program
     * @throws CatalogueMismatch if the database does not have the products and workflows that this program needs
     */
    public Orchestrator start() {
      CatalogueDefinition defined = CatalogueDefinition.read(
          () -> DefinedWorkflows.of(holders), productTypes, blocks, _ -> List.of());
      Database database = new Database(dataSource, schema, connections - Engine.ownConnections());
      Schema.prepare(dataSource, schema, mode);
      RegisteredWorkflows workflows =
          new Registration(database, clock).register(defined, catalogueMode);
      // processes that wait go on before the start is over, and their steps may ask
      registry = new ProductRegistry(database, defined.products());
      return new Orchestrator(
          Engine.start(database, workflows, options, clock), database, workflows, products, clock);
    }

    private ProductRegistry registry() {
      ProductRegistry started = registry;
      if (started == null) {
        throw new IllegalStateException(
            "The orchestrator is not started yet; ask in forms and steps, not in constructors");
      }
      return started;
    }
  }

  /** The node that runs the processes. */
  public Engine engine() {
    return engine;
  }

  /** The gate for everybody who wants to start or change a process. */
  public Operations operations() {
    return engine.operations();
  }

  /** Reads single processes. */
  public ProcessReader reader() {
    return engine.reader();
  }

  /** Lists and counts processes. */
  public ProcessLists lists() {
    return new ProcessLists(database);
  }

  /** The workflows that this orchestrator runs. */
  public RegisteredWorkflows workflows() {
    return workflows;
  }

  /** The products that can be sold. */
  public Products products() {
    return products;
  }

  /** Products, blocks and workflows as people see them. */
  public Catalogue catalogue() {
    return new Catalogue(database);
  }

  /** What operators may change of them. */
  public CatalogueEdits catalogueEdits() {
    return new CatalogueEdits(database, clock);
  }

  /** What happens, on this node and the others, after its commit. */
  public Events events() {
    return engine.events();
  }

  /** Whether the engine runs or is paused, on all nodes. */
  public EngineStatus engineStatus() {
    return engine.status();
  }

  /** Who did what. */
  public AuditTrail audit() {
    return new AuditTrail(database);
  }

  /** All nodes that are remembered, those at work first. */
  public List<NodeInfo> nodes() {
    return engine.nodes();
  }

  /** Whether the database answers. */
  public boolean isHealthy() {
    return database.isReachable();
  }

  /** Lets running steps end within the grace period; what does not end is run again by another node. */
  @Override
  public void close() {
    engine.close();
  }
}
