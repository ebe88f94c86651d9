package io.orchestrator4j.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepContext;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;

/** What a step does once, however often it is begun. */
final class StepMemoryTest {

  record Vlan(int id, String name) {}

  private final FreeWorkflows free = new FreeWorkflows();
  private final AtomicInteger calls = new AtomicInteger();
  private EngineFixture engine;

  @BeforeEach
  void start() {
    engine = fixture(TestingDatabase.freshSchema(), EngineOptions.defaults());
  }

  @AfterEach
  void stop() {
    engine.close();
  }

  @Test
  void aResultIsKeptForTheNextAttempt() {
    free.body = context -> {
      Vlan vlan = context.once(
          "vlan", () -> new Vlan(calls.incrementAndGet(), "attempt " + context.attempt()));
      failFirst(context);
      return State.of("vlan", vlan, "attempt", context.attempt());
    };

    ProcessId processId = engine.run("free");
    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.FAILED);
    engine.retry(processId);

    assertThat(engine.state(processId).get("vlan"))
        .hasToString("{\"id\":1,\"name\":\"attempt 1\"}");
    assertThat(engine.state(processId).path("attempt").asInt()).isEqualTo(2);
    assertThat(calls).hasValue(1);
    assertThat(free.keys).hasSize(2).containsOnly(free.keys.getFirst());
  }

  @Test
  void nullNothingAndListsAreResults() {
    free.body = context -> {
      String nothing = context.once("null", () -> {
        calls.incrementAndGet();
        return (String) null;
      });
      context.once("void", () -> {
        calls.incrementAndGet();
      });
      List<Vlan> vlans = context.once("list", new TypeReference<List<Vlan>>() {}, () -> {
        calls.incrementAndGet();
        return List.of(new Vlan(1, "a"), new Vlan(2, "b"));
      });
      failFirst(context);
      return State.of("nothing", nothing, "last", vlans.getLast().name());
    };

    ProcessId processId = engine.run("free");
    engine.retry(processId);

    assertThat(engine.state(processId).get("nothing").isNull()).isTrue();
    assertThat(engine.state(processId).path("last").asString()).isEqualTo("b");
    assertThat(calls).hasValue(3);
  }

  @Test
  void whatThrowsPassesThroughAndKeepsNothing() {
    free.body = context -> {
      try {
        context.once("vlan", this::failsFirst);
      } catch (IOException e) {
        throw new IllegalStateException("passed through: " + e.getMessage(), e);
      }
      return State.empty();
    };

    ProcessId processId = engine.run("free");
    assertThat(engine.detail(processId).process().progress().failedReason())
        .isEqualTo("passed through: no answer");
    assertThat(TestingDatabase.count(engine.schema, "step_results")).isZero();
    engine.retry(processId);

    assertThat(engine.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(calls).hasValue(2);
  }

  @Test
  void aResultThatCannotBeStoredFailsTheStepAndIsNotKept() {
    Map<String, Object> endless = new HashMap<>();
    endless.put("self", endless);
    free.body = context -> State.of("x", context.once("nul", () -> "a\0b"));
    ProcessId nul = engine.run("free");
    free.body = context -> {
      context.once("endless", new TypeReference<Map<String, Object>>() {}, () -> endless);
      return State.empty();
    };
    ProcessId loop = engine.run("free");

    assertThat(engine.row(nul, "failed").done().state().path("class").asString())
        .isEqualTo("NotStorable");
    assertThat(engine.detail(nul).process().progress().failedReason())
        .contains("'nul' contains the character U+0000");
    assertThat(engine.row(loop, "failed").done().state().path("class").asString())
        .isEqualTo("NotStorable");
    assertThat(TestingDatabase.count(engine.schema, "step_results")).isZero();
  }

  @Test
  void whatComesFirstIsAlreadyWhatALaterAttemptWouldGet() {
    free.body = context -> {
      Map<String, Object> map = context.once(
          "map",
          new TypeReference<Map<String, Object>>() {},
          () -> Map.of("vlan", new Vlan(1, "a")));
      return State.of("type", map.get("vlan") instanceof Map ? "as stored" : "as returned");
    };

    ProcessId processId = engine.run("free");

    assertThat(engine.state(processId).path("type").asString()).isEqualTo("as stored");
  }

  @Test
  void anotherNodeGetsBackWhatTheFirstOneDid() throws Exception {
    CountDownLatch done = new CountDownLatch(1);
    free.body = context -> {
      int result = context.once("vlan", calls::incrementAndGet);
      if (context.attempt() == 1 && done.getCount() > 0) {
        done.countDown();
        new CountDownLatch(1).await();
      }
      return State.of("result", result);
    };
    String schema = TestingDatabase.freshSchema();
    ProcessId processId;
    try (EngineFixture first =
        fixture(schema, EngineOptions.defaults().withGrace(Duration.ofMillis(1)))) {
      processId = first.start("free");
      done.await();
    }

    try (EngineFixture second = fixture(schema, EngineOptions.defaults())) {
      second.allQuiet();

      assertThat(second.state(processId).path("result").asInt()).isEqualTo(1);
    }
    assertThat(calls).hasValue(1);
    assertThat(free.keys).hasSize(2).containsOnly(free.keys.getFirst());
  }

  @Test
  void aNodeThatHasLostTheProcessKeepsNothingAndRecordsNothing() {
    free.body = context -> {
      if (calls.get() > 0) {
        return State.of("run", "second");
      }
      return State.of("run", context.once("vlan", () -> {
        TestingDatabase.execute("update %s.processes set epoch = epoch + 1 where process_id = '%s'"
            .formatted(engine.schema, context.processId()));
        return calls.incrementAndGet();
      }));
    };

    ProcessId processId = engine.run("free");

    assertThat(TestingDatabase.count(engine.schema, "step_results")).isZero();
    assertThat(engine.rows(processId)).doesNotContain("Act failed");
    assertThat(calls).hasValue(1);
  }

  @Test
  void aDeletedProcessLeavesNothingBehind() {
    free.body = context -> {
      context.once("vlan", calls::incrementAndGet);
      throw new IllegalStateException("kaboom");
    };
    ProcessId processId = engine.run("free");
    assertThat(TestingDatabase.count(engine.schema, "step_results")).isEqualTo(1);

    engine.operations().delete(EngineFixture.ANN, processId);

    assertThat(TestingDatabase.count(engine.schema, "step_results")).isZero();
  }

  private int failsFirst() throws IOException {
    if (calls.incrementAndGet() == 1) {
      throw new IOException("no answer");
    }
    return calls.get();
  }

  private static void failFirst(StepContext context) {
    if (context.attempt() == 1) {
      throw new IllegalStateException("kaboom");
    }
  }

  private EngineFixture fixture(String schema, EngineOptions options) {
    return new EngineFixture(new TestingWorkflows(), schema, options, free);
  }
}
