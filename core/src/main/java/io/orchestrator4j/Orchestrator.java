package io.orchestrator4j;

import io.orchestrator4j.audit.AuditTrail;
import io.orchestrator4j.catalogue.CatalogueEdits;
import io.orchestrator4j.catalogue.CatalogueReader;
import io.orchestrator4j.catalogue.Products;
import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.engine.Engine;
import io.orchestrator4j.engine.EngineStatus;
import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.engine.ProcessReader;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.lifecycle.Lifecycle;
import io.orchestrator4j.lifecycle.StartableWorkflows;
import io.orchestrator4j.lifecycle.SubscriptionFilters;
import io.orchestrator4j.lifecycle.SubscriptionOperations;
import io.orchestrator4j.node.NodeInfo;
import io.orchestrator4j.process.ProcessLists;
import io.orchestrator4j.search.SubscriptionSearch;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.translation.Translations;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.util.List;
import javax.sql.DataSource;

/**
 * An orchestrator at work: {@code Orchestrator.on(dataSource).workflows(new UserGroups(...)).start()}. Thread-safe; to be
 * closed when the application ends.
 */
public final class Orchestrator implements AutoCloseable {

  private final Engine engine;
  private final OrchestratorConfiguration configuration;
  private final Sales sales;
  private final Translations translations;

  Orchestrator(
      Engine engine,
      OrchestratorConfiguration configuration,
      Sales sales,
      Translations translations) {
    this.engine = engine;
    this.configuration = configuration;
    this.sales = sales;
    this.translations = translations;
  }

  /** An orchestrator on a PostgreSQL database, 14 or newer, to be configured and started. */
  public static OrchestratorConfiguration on(DataSource dataSource) {
    return new OrchestratorConfiguration(dataSource);
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
    return new ProcessLists(sales.database());
  }

  /** What lists of processes can be filtered and sorted by besides their own fields. */
  public SubscriptionFilters subscriptionFilters() {
    return new SubscriptionFilters(sales.database());
  }

  /** The workflows that this orchestrator runs. */
  public RegisteredWorkflows workflows() {
    return sales.workflows();
  }

  /** The products that can be sold. */
  public Products products() {
    return configuration.products();
  }

  /** Products, blocks and workflows as people see them. */
  public CatalogueReader catalogue() {
    return sales.catalogue();
  }

  /** What operators may change of them. */
  public CatalogueEdits catalogueEdits() {
    return new CatalogueEdits(sales.database(), configuration.clock());
  }

  /** What has been sold, for authors. */
  public Subscriptions subscriptions() {
    return configuration.subscriptions();
  }

  /** What has been sold, as it is stored: its history, what uses what, and which processes work on it. */
  public SubscriptionStore subscriptionStore() {
    return sales.store();
  }

  /** Finds what has been sold by what people type. */
  public SubscriptionSearch subscriptionSearch() {
    return new SubscriptionSearch(sales.database(), sales.store());
  }

  /** What operators may change of subscriptions. */
  public SubscriptionOperations subscriptionOperations() {
    return new SubscriptionOperations(
        sales.database(), sales.store(), engine.events(), configuration.clock());
  }

  /** What may happen to subscriptions, for authors. */
  public Lifecycle lifecycle() {
    return configuration.lifecycle();
  }

  /** Which workflows may start on a subscription, and why not. */
  public StartableWorkflows startableWorkflows() {
    return sales.startable();
  }

  /** Whose subscriptions they can be. */
  public Customers customers() {
    return configuration.customers();
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
    return new AuditTrail(sales.database());
  }

  /** All nodes that are remembered, those at work first. */
  public List<NodeInfo> nodes() {
    return engine.nodes();
  }

  /** Whether the database answers. */
  public boolean isHealthy() {
    return sales.database().isReachable();
  }

  /** Lets running steps end within the grace period; what does not end is run again by another node. */
  @Override
  public void close() {
    engine.close();
  }
}
