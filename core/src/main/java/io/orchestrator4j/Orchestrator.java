package io.orchestrator4j;

import io.orchestrator4j.audit.AuditTrail;
import io.orchestrator4j.catalogue.WorkflowCatalogue;
import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.engine.Engine;
import io.orchestrator4j.engine.EngineOptions;
import io.orchestrator4j.engine.EngineStatus;
import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.engine.ProcessReader;
import io.orchestrator4j.engine.Surroundings;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.node.NodeInfo;
import io.orchestrator4j.process.ProcessLists;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.workflow.AppendedSteps;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Target;
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

  private Orchestrator(Engine engine, Database database, RegisteredWorkflows workflows) {
    this.engine = engine;
    this.database = database;
    this.workflows = workflows;
  }

  /** An orchestrator on a PostgreSQL database, 14 or newer, to be configured and started. */
  public static Configuration on(DataSource dataSource) {
    return new Configuration(dataSource);
  }

  /** What is configured before the start. Not thread-safe. */
  public static final class Configuration {

    private final DataSource dataSource;
    private final List<Object> holders = new ArrayList<>();
    private final List<AppendedSteps> appended = new ArrayList<>();
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

    /** Adds steps to each workflow of a target, behind its author's; {@code SYSTEM} stands for tasks. */
    public Configuration append(Target target, StepList steps) {
      return append(List.of(new AppendedSteps(target, steps)));
    }

    /** Adds steps to each workflow of a target, in this order. */
    public Configuration append(Collection<AppendedSteps> more) {
      appended.addAll(more);
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
     * @throws SchemaMismatch if the database's schema does not fit this program
     */
    public Orchestrator start() {
      DefinedWorkflows defined =
          DefinedWorkflows.of(holders, DefinedProducts.of(List.of(), List.of()), appended);
      Database database = new Database(dataSource, schema, connections - Engine.ownConnections());
      Schema.prepare(dataSource, schema, mode);
      RegisteredWorkflows workflows =
          new WorkflowCatalogue(database).register(defined, clock.instant());
      return new Orchestrator(
          Engine.start(database, workflows, Surroundings.none(), options, clock),
          database,
          workflows);
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
