package io.orchestrator4j;

import io.orchestrator4j.audit.AuditTrail;
import io.orchestrator4j.catalogue.WorkflowCatalogue;
import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.engine.Engine;
import io.orchestrator4j.engine.EngineOptions;
import io.orchestrator4j.engine.EngineStatus;
import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.engine.ProcessReader;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.node.NodeInfo;
import io.orchestrator4j.process.ProcessLists;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.translation.BrokenTranslations;
import io.orchestrator4j.translation.Translations;
import io.orchestrator4j.value.ValueType;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;

/**
 * An orchestrator at work: {@code Orchestrator.on(dataSource).workflows(new UserGroups(...)).start()}.
 * Thread-safe; to be closed when the application ends.
 */
public final class Orchestrator implements AutoCloseable {

  private final Engine engine;
  private final Database database;
  private final RegisteredWorkflows workflows;
  private final Customers customers;
  private final Translations translations;

  private Orchestrator(
      Engine engine,
      Database database,
      RegisteredWorkflows workflows,
      Customers customers,
      Translations translations) {
    this.engine = engine;
    this.database = database;
    this.workflows = workflows;
    this.customers = customers;
    this.translations = translations;
  }

  /** An orchestrator on a PostgreSQL database, 14 or newer, to be configured and started. */
  public static Configuration on(DataSource dataSource) {
    return new Configuration(dataSource);
  }

  /** What is configured before the start. Not thread-safe. */
  public static final class Configuration {

    private final DataSource dataSource;
    private final List<Object> holders = new ArrayList<>();
    private String schema = "orchestrator";
    private Schema.Mode mode = Schema.Mode.MIGRATE;
    private EngineOptions options = EngineOptions.defaults();
    private Clock clock = Clock.systemUTC();
    private int connections = 12;
    private Customers customers = Customers.only(CustomerInfo.standard());
    private final List<ValueType<?>> valueTypes = new ArrayList<>();
    private String language = "en-GB";

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

    /** Whom forms offer as customers; one unless said otherwise. */
    public Configuration customers(Customers other) {
      this.customers = other;
      return this;
    }

    /** How single values of these types look in forms. */
    public Configuration valueTypes(ValueType<?>... more) {
      return valueTypes(Arrays.asList(more));
    }

    /** How single values of these types look in forms. */
    public Configuration valueTypes(Collection<? extends ValueType<?>> more) {
      valueTypes.addAll(more);
      return this;
    }

    /**
     * The language of the labels in forms, where {@code translations/<language>.json} on the class path has some;
     * "en-GB" unless said otherwise.
     */
    public Configuration language(String other) {
      if (!Translations.isLanguage(other)) {
        throw new IllegalArgumentException(
            "A language is written as in en-GB; found %s".formatted(other));
      }
      this.language = other;
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
     * @throws DefinitionException if a workflow is not defined as it should
     * @throws BrokenTranslations if a file of translations cannot be read
     * @throws SchemaMismatch if the database's schema does not fit this program
     */
    public Orchestrator start() {
      Translations translations = Translations.of(loader());
      DefinedWorkflows defined = DefinedWorkflows.of(holders, new Forms(services(translations)));
      Database database = new Database(dataSource, schema, connections - Engine.ownConnections());
      Schema.prepare(dataSource, schema, mode);
      RegisteredWorkflows workflows =
          new WorkflowCatalogue(database).register(defined, clock.instant());
      return new Orchestrator(
          Engine.start(database, workflows, options, clock),
          database,
          workflows,
          customers,
          translations);
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

  /** Whose subscriptions they can be. */
  public Customers customers() {
    return customers;
  }

  /** What fields and workflows are called in the languages of people. */
  public Translations translations() {
    return translations;
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
