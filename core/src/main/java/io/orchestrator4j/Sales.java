package io.orchestrator4j;

import io.orchestrator4j.catalogue.CatalogueDefinition;
import io.orchestrator4j.catalogue.CatalogueReader;
import io.orchestrator4j.catalogue.ProductRegistry;
import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.engine.Engine;
import io.orchestrator4j.engine.Surroundings;
import io.orchestrator4j.lifecycle.JournalModels;
import io.orchestrator4j.lifecycle.LifecycleModels;
import io.orchestrator4j.lifecycle.StartPages;
import io.orchestrator4j.lifecycle.StartableWorkflows;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.subscription.IndexRefill;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import java.time.Clock;
import javax.sql.DataSource;

/** What can be sold and what has been sold, on a database that is ready for it. */
record Sales(
    Database database,
    RegisteredWorkflows workflows,
    ProductRegistry registry,
    CatalogueReader catalogue,
    SubscriptionStore store,
    StartableWorkflows startable) {

  /** Where it is. */
  record Place(DataSource dataSource, String schema, int connections) {}

  /** Brings schema and catalogue up to what the program needs, or demands that they are. */
  static Sales prepare(
      Place place,
      CatalogueDefinition defined,
      Schema.Mode mode,
      Registration.Mode catalogueMode,
      Clock clock) {
    Database database = new Database(
        place.dataSource(), place.schema(), place.connections() - Engine.ownConnections());
    Schema.prepare(place.dataSource(), place.schema(), mode);
    RegisteredWorkflows workflows =
        new Registration(database, clock).register(defined, catalogueMode);
    if (catalogueMode == Registration.Mode.SYNC) {
      new IndexRefill(database, defined.products()).refillWhatIsMissing();
    }
    CatalogueReader catalogue = new CatalogueReader(database);
    SubscriptionStore store = new SubscriptionStore(database, defined.products(), clock);
    return new Sales(
        database,
        workflows,
        new ProductRegistry(database, defined.products()),
        catalogue,
        store,
        new StartableWorkflows(defined.workflows(), catalogue, store));
  }

  /** What the engine asks of it. */
  Surroundings surroundings() {
    return new Surroundings(
        new LifecycleModels(store),
        new StartPages(registry, startable),
        new JournalModels(store.history()));
  }
}
