package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.event.Event;
import io.orchestrator4j.event.Events;
import io.orchestrator4j.event.Listener;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Timeline;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.State;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Domain models around steps: loaded for parameters, and saved in the step's commit or not at all. */
final class ModelsInEngineTest {

  private ThingsFixture things;
  private UUID thing;

  @BeforeEach
  void start() {
    things = new ThingsFixture();
    thing = things.models.add("a thing");
    TestingDatabase.execute(
        "create table %s.own (number int primary key)".formatted(things.schema));
  }

  @AfterEach
  void stop() {
    things.close();
  }

  @Test
  void aModelIsLoadedForItsParameterAndSavedInTheStepsCommit() {
    things.workflows.body = (found, _) -> {
      found.description(found.description() + ", painted");
      return State.of("subscription", found, "colour", "red");
    };

    ProcessId processId = things.run("act_on_thing", thing);

    assertThat(things.failure(processId)).isEqualTo("null");
    assertThat(things.models.stored(thing)).isEqualTo("a thing, painted/active/2");
    assertThat(things.writtenWith(processId, "act", "things")).isEqualTo(1);
    assertThat(things.models.opened).containsOnly("ann");
  }

  @Test
  void whatAFailedStepDidToAModelIsNowhere() {
    things.workflows.body = (found, context) -> {
      found.description("lost");
      context.inCommit(insert(1));
      throw new IllegalStateException("kaboom");
    };

    ProcessId processId = things.run("act_on_thing", thing);

    assertThat(things.failure(processId)).isEqualTo("kaboom");
    assertThat(things.models.stored(thing)).isEqualTo("a thing/active/1");
    assertThat(TestingDatabase.count(things.schema, "own")).isZero();
  }

  @Test
  void aStepWhoseModelsMustNotBeAsTheyAreFails() {
    things.workflows.body = (found, context) -> {
      found.description("forgotten");
      context.inCommit(insert(1));
      return State.of("done", true);
    };

    ProcessId processId = things.run("act_on_thing", thing);

    assertThat(things.detail(processId).process().status()).isEqualTo(ProcessStatus.FAILED);
    assertThat(things.failure(processId)).contains("was changed and is not in the result");
    assertThat(things.models.stored(thing)).isEqualTo("a thing/active/1");
    assertThat(TestingDatabase.count(things.schema, "own")).isZero();
    assertThat(things.detail(processId).timeline().state().has("done")).isFalse();
  }

  @Test
  void oneThatCannotBeSavedFailsItsStepAndARetryStartsFromWhatIsStored() {
    AtomicInteger runs = new AtomicInteger();
    things.workflows.body = (found, context) -> {
      context.inCommit(insert(runs.incrementAndGet()));
      if (runs.get() == 1) {
        TestingDatabase.execute("update %s.things set version = 7, description = 'another one'"
            .formatted(things.schema));
      }
      found.description(found.description() + "!");
      return State.of("subscription", found);
    };

    ProcessId processId = things.run("act_on_thing", thing);

    assertThat(things.failure(processId)).isEqualTo("The thing was changed by somebody else");
    assertThat(TestingDatabase.count(things.schema, "own")).isZero();
    things.resume(processId, "{}");
    assertThat(things.failure(processId)).isEqualTo("null");
    assertThat(things.models.stored(thing)).isEqualTo("another one!/active/8");
    assertThat(TestingDatabase.count(things.schema, "own")).isEqualTo(1);
  }

  @Test
  void theAuthorsOwnStatementsFollowAndUndoItAllTogether() {
    things.workflows.body = (found, context) -> {
      found.description("saved first");
      context.inCommit(connection -> {
        try (Statement statement = connection.createStatement()) {
          statement.execute(
              "insert into %s.own select version from %s.things where description = 'saved first'"
                  .formatted(things.schema, things.schema));
        }
      });
      return State.of("subscription", found);
    };
    ProcessId first = things.run("act_on_thing", thing);
    assertThat(things.writtenWith(first, "act", "own")).isEqualTo(1);
    UUID other = things.models.add("another thing");
    things.workflows.body = (found, context) -> {
      found.description("never saved");
      context.inCommit(insert(2));
      context.inCommit(insert(2));
      return State.of("subscription", found);
    };

    ProcessId second = things.run("act_on_thing", other);

    assertThat(things.failure(second)).contains("duplicate key");
    assertThat(things.models.stored(other)).isEqualTo("another thing/active/1");
  }

  @Test
  void aResultThatCannotBeStoredTakesNothingAlong() {
    things.workflows.body = (found, context) -> {
      found.description("never saved");
      context.inCommit(insert(1));
      return State.of("subscription", found, "nul", "\0");
    };

    ProcessId processId = things.run("act_on_thing", thing);

    assertThat(things.failure(processId)).contains("U+0000");
    assertThat(things.models.stored(thing)).isEqualTo("a thing/active/1");
    assertThat(TestingDatabase.count(things.schema, "own")).isZero();
  }

  @Test
  void aConnectionThatBreaksWhileAModelIsSavedIsNobodysFailure() {
    AtomicInteger tries = new AtomicInteger();
    things.workflows.body = (found, context) -> {
      found.description("saved");
      context.inCommit(connection -> {
        if (tries.incrementAndGet() == 1) {
          try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pg_backend_pid())");
          }
        }
      });
      return State.of("subscription", found);
    };

    ProcessId processId = things.run("act_on_thing", thing);

    assertThat(things.failure(processId)).isEqualTo("null");
    assertThat(tries).hasValue(2);
    assertThat(things.models.stored(thing)).isEqualTo("saved/active/2");
  }

  @Test
  void aDatabaseThatIsAwayWhileAModelIsLoadedIsWaitedFor() {
    things.models.away.set(2);

    ProcessId processId = things.run("change_thing", thing);

    assertThat(things.failure(processId)).isEqualTo("null");
    assertThat(things.models.away).hasValue(0);
    assertThat(things.detail(processId).timeline().rows()).hasSize(6);
  }

  @Test
  void listsOfModelsAreParametersToo() {
    UUID other = things.models.add("another thing");

    ProcessId processId =
        things.start("compare_things", "{\"things\":[\"%s\",\"%s\"]}".formatted(other, thing));
    things.quiet();

    assertThat(things.detail(processId).timeline().state().get("names"))
        .isEqualTo(Json.read("[\"another thing\",\"a thing\"]"));
  }

  @Test
  void theBuiltinStepsAreCarriedOutEachInItsOwnCommit() {
    List<String> during = new ArrayList<>();
    things.workflows.body = (found, _) -> {
      during.add(things.models.stored(thing));
      return State.of("subscription", found);
    };

    ProcessId processId = things.run("change_thing", thing);

    assertThat(things.rows(processId))
        .containsExactly(
            "Start success",
            "Create Process Subscription relation success",
            "Lock subscription success",
            "Act success",
            "Unlock subscription success",
            "Done complete");
    assertThat(during).containsExactly("a thing/active/1/locked");
    assertThat(things.models.stored(thing)).isEqualTo("a thing/active/1");
    assertThat(things.writtenWith(processId, "store_process_subscription", "things_of_processes"))
        .isEqualTo(1);
    assertThat(things.writtenWith(processId, "unlock_subscription", "things")).isEqualTo(1);
  }

  @Test
  void aBuiltinStepThatFailsWaitsForARetryLikeEveryStep() {
    TestingDatabase.execute(
        "update %s.things set locked_by = gen_random_uuid()".formatted(things.schema));

    ProcessId processId = things.run("terminate_thing", thing, "{}");

    assertThat(things.failure(processId))
        .isEqualTo("Subscription is already out of sync, cannot continue!");
    assertThat(things.rows(processId)).contains("Lock subscription failed");
    TestingDatabase.execute("update %s.things set locked_by = null".formatted(things.schema));
    things.resume(processId, "{}");
    assertThat(things.models.stored(thing)).isEqualTo("a thing/terminated/2");
  }

  @Test
  void aNewOneIsCreatedLinkedAndActivated() {
    ProcessId processId = things.start("create_thing", "{\"name\":\"a new thing\"}");
    things.quiet();

    assertThat(things.rows(processId))
        .containsExactly(
            "Start success",
            "Create success",
            "Create Process Subscription relation success",
            "Set subscription to 'active' success",
            "Unlock subscription success",
            "Done complete");
    String id =
        things.detail(processId).timeline().state().get("subscription_id").stringValue();
    assertThat(things.models.stored(UUID.fromString(id))).isEqualTo("a new thing/active/2");
  }

  @Test
  void whoAbortsAProcessBehindItsStepKeepsWhatTheStepSaved() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    things.workflows.body = (found, context) -> {
      begun.countDown();
      while (!context.isCancelled()) {
        Thread.onSpinWait();
      }
      found.description("saved");
      return State.of("subscription", found);
    };
    List<Event> heard = new CopyOnWriteArrayList<>();
    try (Events.Subscription _ = things.engine.events().subscribe(heard::add)) {
      ProcessId processId =
          things.start("act_on_thing", "{\"subscription_id\":\"%s\"}".formatted(thing));
      begun.await();

      things.engine.operations().abort(ANN, processId);
      things.quiet();

      assertThat(things.detail(processId).process().status()).isEqualTo(ProcessStatus.ABORTED);
    }
    assertThat(things.models.stored(thing)).isEqualTo("saved/active/2");
    assertThat(heard).contains(new Event.SubscriptionChanged(thing));
  }

  @Test
  void whoListensHearsOfAChangeAfterItsCommitOnEveryNode() throws Exception {
    things.workflows.body = (found, _) -> {
      found.description("heard of");
      return State.of("subscription", found);
    };
    List<String> seen = new CopyOnWriteArrayList<>();
    Events other = new Events();
    BlockingQueue<Event> elsewhere = new LinkedBlockingQueue<>();
    try (Events.Subscription _ = things.engine.events().subscribe(event -> {
          if (event.equals(new Event.SubscriptionChanged(thing))) {
            seen.add(things.models.stored(thing));
          }
        });
        Events.Subscription _ = other.subscribe(elsewhere::add);
        Listener _ = Listener.start(things.database, other, UUID.randomUUID())) {
      // it says so once it listens
      assertThat(elsewhere.poll(10, TimeUnit.SECONDS)).isEqualTo(new Event.ManyChanged());

      ProcessId _ = things.run("act_on_thing", thing);

      assertThat(seen).containsExactly("heard of/active/2");
      Event event = elsewhere.poll(10, TimeUnit.SECONDS);
      while (event != null && !(event instanceof Event.SubscriptionChanged)) {
        event = elsewhere.poll(10, TimeUnit.SECONDS);
      }
      assertThat(event).isEqualTo(new Event.SubscriptionChanged(thing));
    }
  }

  @Test
  void nobodyHearsOfWhatWasNotCommitted() {
    things.workflows.body = (found, context) -> {
      found.description("never saved");
      context.inCommit(_ -> {
        throw new IllegalStateException("kaboom");
      });
      return State.of("subscription", found);
    };
    List<Event> heard = new CopyOnWriteArrayList<>();

    try (Events.Subscription _ = things.engine.events().subscribe(heard::add)) {
      ProcessId processId = things.run("act_on_thing", thing);

      assertThat(things.failure(processId)).isEqualTo("kaboom");
    }
    assertThat(heard).isNotEmpty().doesNotHaveAnyElementsOfTypes(Event.SubscriptionChanged.class);
  }

  @Test
  void formsSeeModelsAndNeverSaveThem() {
    String which = "{\"subscription_id\":\"%s\"}".formatted(thing);
    FormOutcome<ProcessId> first =
        things.engine.operations().start(ANN, "ask_about_thing", pages(which));
    assertThat(first)
        .isInstanceOfSatisfying(
            FormOutcome.NextPage.class,
            page -> assertThat(page.schema().path("title").asString()).isEqualTo("a thing"));
    things.workflows.body = (_, _) -> State.empty();

    ProcessId processId = things.run("ask_about_thing", thing, "{\"name\":\"one\"}");
    ProcessDetail waiting = things.detail(processId);
    things.resume(processId, "{\"name\":\"two\"}");

    ObjectNode form = Objects.requireNonNull(waiting.waiting()).form();
    assertThat(Objects.requireNonNull(form).path("title").asString()).isEqualTo("a thing");
    assertThat(things.workflows.seen).containsExactly("a thing", "a thing after one");
    assertThat(things.failure(processId)).isEqualTo("null");
    assertThat(things.models.stored(thing)).isEqualTo("a thing/active/1");
    assertThat(things.detail(processId).timeline().state().get("things"))
        .isEqualTo(Json.read("[{\"subscription_id\":\"%s\",\"version\":1}]".formatted(thing)));
  }

  @Test
  void aFormBehindAStepSeesWhatTheStepSaved() {
    things.workflows.body = (found, _) -> {
      found.description(found.description().equals("plain") ? "painted" : "plain");
      return State.of("subscription", found);
    };

    ProcessId asks = things.run("ask_about_a_changed_thing", thing);
    UUID plain = things.models.add("plain");
    ProcessId asksNothing = things.run("ask_about_a_changed_thing", plain);

    assertThat(things.rows(asks)).contains("Ask if it is plain suspend");
    assertThat(things.rows(asksNothing)).contains("Ask if it is plain success", "Done complete");
    assertThat(things.detail(asksNothing).timeline().state().get("name").stringValue())
        .isEqualTo("of painted");
  }

  @Test
  void aNodeThatTakesOverBetweenAStepAndItsFormAsksTheForm() {
    things.workflows.body = (found, _) -> {
      EngineStatus _ = things.engine.operations().pauseEngine(ANN);
      found.description("plain");
      return State.of("subscription", found);
    };
    ProcessId processId = things.run("ask_about_a_changed_thing", thing);
    assertThat(things.detail(processId).process().status()).isEqualTo(ProcessStatus.RUNNING);

    EngineStatus _ = things.engine.operations().resumeEngine(ANN);

    EngineFixture.until(
        things.engine.events(),
        "the process waits for its form",
        () -> things.detail(processId).process().status() == ProcessStatus.SUSPENDED);
    assertThat(things.rows(processId))
        .contains("Act success", "Ask if it is plain suspend", "Ask if it is plain pending");
  }

  @Test
  void peopleReadWhatTheReferencesStandFor() {
    things.workflows.body = (found, _) -> {
      found.description("painted");
      return State.of("subscription", found);
    };

    ProcessId processId = things.run("act_on_thing", thing);

    Timeline timeline = things.detail(processId).timeline();
    assertThat(timeline.state().get("subscription"))
        .isEqualTo(Json.read(
            "{\"subscription_id\":\"%s\",\"kind\":\"thing\",\"version\":2}".formatted(thing)));
    // of an object only what is another
    Timeline.Done act = Objects.requireNonNull(timeline.rows().get(2).done());
    assertThat(act.delta()).isEqualTo(Json.read("{\"subscription\":{\"version\":2}}"));
    assertThat(TestingDatabase.count(
            things.schema,
            "process_steps where delta::text like '%kind%' or snapshot::text like '%kind%'"))
        .isZero();
  }

  /** What a bare step commits goes over the committer's own connection, so it needs none of the pool. */
  @Test
  void aStepWithoutModelsSharesItsCommitWithOthers() throws Exception {
    CountDownLatch held = new CountDownLatch(ThingsFixture.CONNECTIONS);
    CountDownLatch released = new CountDownLatch(1);
    List<Thread> holders = new ArrayList<>();
    for (int i = 0; i < ThingsFixture.CONNECTIONS; i++) {
      holders.add(Thread.ofVirtual().start(() -> hold(held, released)));
    }
    held.await();

    ProcessId processId;
    try {
      processId = things.start("bare", "{}");
      things.quiet();
    } finally {
      released.countDown();
    }
    for (Thread holder : holders) {
      holder.join();
    }
    assertThat(things.detail(processId).process().status()).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(things.rows(processId)).hasSize(5);
  }

  private void hold(CountDownLatch held, CountDownLatch released) {
    Map<String, Boolean> _ = things.database.onConnection(_ -> {
      held.countDown();
      try {
        released.await();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
      return Map.of();
    });
  }

  private CommitWork insert(int number) {
    return connection -> {
      try (Statement statement = connection.createStatement()) {
        statement.execute("insert into %s.own values (%d)".formatted(things.schema, number));
      }
    };
  }
}
