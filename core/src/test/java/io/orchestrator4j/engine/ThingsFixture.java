package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.complete;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.catalogue.CatalogueDefinition;
import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.engine.TestingModels.Thing;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.process.Delta;
import io.orchestrator4j.process.Journal;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.store.Schema;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.DefinitionContext;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepUnit;
import io.orchestrator4j.workflow.SubscriptionReference;
import io.orchestrator4j.workflow.Target;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** An engine with {@link ThingWorkflows} and a lifecycle of a few lines, on a schema of its own. */
final class ThingsFixture implements AutoCloseable {

  static final int CONNECTIONS = 2;

  final ThingWorkflows workflows = new ThingWorkflows();
  final String schema = TestingDatabase.freshSchema();
  final Database database = new Database(TestingDatabase.dataSource(), schema, CONNECTIONS);
  final TestingModels models;
  final Engine engine;

  ThingsFixture() {
    Schema.prepare(TestingDatabase.dataSource(), schema, Schema.Mode.MIGRATE);
    this.models = new TestingModels(database);
    CatalogueDefinition defined = CatalogueDefinition.read(
        List.of(workflows), DefinitionContext.standard(), List.of(Thing.class), List.of());
    Clock clock = Clock.systemUTC();
    this.engine = Engine.start(
        database,
        new Registration(database, clock).register(defined, Registration.Mode.SYNC),
        new Surroundings(models, new WhichThing(), ThingsFixture::expand),
        EngineOptions.defaults(),
        clock);
  }

  @FormPage
  record Which(UUID subscriptionId) {}

  /** Asks first which thing is meant, as a lifecycle does. */
  private static final class WhichThing implements StartForms {

    @Override
    public boolean asks(WorkflowDefinition workflow) {
      return workflow.target() != Target.SYSTEM || workflow.hasForm();
    }

    @Override
    public State ask(WorkflowDefinition workflow, ObjectNode given, Form form, StepUnit unit)
        throws Exception {
      if (workflow.target() == Target.CREATE || workflow.target() == Target.SYSTEM) {
        return workflow.ask(given, form, unit);
      }
      String id = form.ask(Which.class).subscriptionId().toString();
      ObjectNode known = given.deepCopy().put("subscription_id", id).put("subscription", id);
      return State.of("subscription_id", id, "subscription", id)
          .and(workflow.ask(known, form, unit));
    }
  }

  /** Shows for a reference what a thing looks like. */
  private static Journal expand(Journal journal) {
    return new Journal(journal.records().stream().map(ThingsFixture::expand).toList());
  }

  private static StepRecord expand(StepRecord record) {
    ObjectNode set = record.delta().set().deepCopy();
    SubscriptionReference.read(set.get("subscription"))
        .ifPresent(reference -> set.set(
            "subscription",
            Json.object()
                .put("subscription_id", reference.subscriptionId().toString())
                .put("kind", "thing")
                .put("version", reference.version())));
    return new StepRecord(
        record.stepId(),
        record.place(),
        record.status(),
        record.attempt(),
        new Delta(set, record.delta().removed()),
        record.snapshot(),
        record.failure());
  }

  ProcessId start(String workflow, String... pages) {
    return complete(engine.operations().start(ANN, workflow, pages(pages)));
  }

  /** Starts a process on a thing and waits until nothing runs any more. */
  ProcessId run(String workflow, UUID thing, String... pages) {
    String[] all = new String[pages.length + 1];
    all[0] = "{\"subscription_id\":\"%s\"}".formatted(thing);
    System.arraycopy(pages, 0, all, 1, pages.length);
    ProcessId processId = start(workflow, all);
    quiet();
    return processId;
  }

  void resume(ProcessId processId, String page) {
    ProcessId _ = complete(engine.operations().resume(BOB, processId, pages(page), null));
    quiet();
  }

  void quiet() {
    try {
      assertThat(engine.awaitQuiet(Duration.ofSeconds(20)))
          .as("quiet within 20 s")
          .isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  ProcessDetail detail(ProcessId processId) {
    return engine.reader().detail(processId);
  }

  List<String> rows(ProcessId processId) {
    return detail(processId).timeline().rows().stream()
        .map(row -> row.name() + " " + row.status())
        .toList();
  }

  String failure(ProcessId processId) {
    return String.valueOf(detail(processId).process().progress().failedReason());
  }

  /** How many rows of a table were written last by the transaction that has a step's record. */
  int writtenWith(ProcessId processId, String path, String table) {
    return TestingDatabase.count(
        schema,
        "%s o join %s.process_steps s on s.xmin = o.xmin and s.path = '%s' and s.process_id = '%s'"
            .formatted(table, schema, path, processId));
  }

  @Override
  public void close() {
    engine.close();
  }
}
