package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.complete;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessCounts;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.Caller;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts under a key: one process, however often the same start is sent. */
final class StartKeyTest {

  private static final StartKey KEY = new StartKey("5f0d3a4e-0001");
  private static final Caller OPERATOR =
      new Caller("oda", Caller.Kind.PERSON, Map.of("roles", List.of("operators")));
  private static final String ANSWER = "{\"answer\":\"yes\",\"amount\":2}";

  private final EngineFixture engine = new EngineFixture();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theSameStartIsTheSameProcess() {
    ProcessId first = complete(engine.operations().start(ANN, "five_steps", pages("{}"), KEY));
    engine.quiet();
    ProcessId second = complete(engine.operations().start(ANN, "five_steps", pages("{}"), KEY));

    assertThat(second).isEqualTo(first);
    assertThat(processes()).isEqualTo(1);
    assertThat(engine.status(first)).isEqualTo(ProcessStatus.COMPLETED);
  }

  @Test
  void theOrderOfKeysInAPageDoesNotMatter() {
    ProcessId first =
        complete(engine.operations().start(OPERATOR, "asking_first", pages(ANSWER), KEY));
    ProcessId second = complete(engine
        .operations()
        .start(OPERATOR, "asking_first", pages("{\"amount\":2,\"answer\":\"yes\"}"), KEY));

    assertThat(second).isEqualTo(first);
  }

  @Test
  void aKeyIsTheCallersAndTheWorkflows() {
    Set<ProcessId> started = new HashSet<>();
    started.add(complete(engine.operations().start(ANN, "five_steps", pages("{}"), KEY)));
    started.add(complete(engine.operations().start(BOB, "five_steps", pages("{}"), KEY)));
    started.add(complete(engine.operations().start(ANN, "growing", pages("{}"), KEY)));

    assertThat(started).hasSize(3);
  }

  @Test
  void otherAnswersUnderTheSameKeyAreRefused() {
    complete(engine.operations().start(OPERATOR, "asking_first", pages(ANSWER), KEY));

    assertThatThrownBy(() -> engine
            .operations()
            .start(OPERATOR, "asking_first", pages("{\"answer\":\"no\",\"amount\":2}"), KEY))
        .isInstanceOf(OperationRefused.StartKeyReused.class)
        .hasMessageContaining("asking_first")
        .extracting(refused -> ((OperationRefused) refused).code())
        .isEqualTo("start_key_reused");
    assertThat(processes()).isEqualTo(1);
  }

  @Test
  void aNextPageAndWrongPagesLeaveTheKeyFree() {
    assertThat(engine.operations().start(OPERATOR, "asking_first", List.of(), KEY))
        .isInstanceOf(FormOutcome.NextPage.class);
    assertThat(
            engine.operations().start(OPERATOR, "asking_first", pages("{\"amount\":\"x\"}"), KEY))
        .isInstanceOf(FormOutcome.Invalid.class);

    ProcessId started =
        complete(engine.operations().start(OPERATOR, "asking_first", pages(ANSWER), KEY));

    assertThat(engine.status(started)).isNotNull();
    assertThat(processes()).isEqualTo(1);
  }

  @Test
  void ofTwoHundredStartsAtOnceOnTwoNodesOneProcessComes() throws Exception {
    try (EngineFixture other =
            new EngineFixture(engine.workflows, engine.schema, EngineOptions.defaults());
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<ProcessId>> starts = IntStream.range(0, 200)
          .mapToObj(number -> threads.submit(() -> {
            go.await();
            EngineFixture node = number % 2 == 0 ? engine : other;
            return complete(node.operations().start(ANN, "five_steps", pages("{}"), KEY));
          }))
          .toList();
      go.countDown();
      Set<ProcessId> started = new HashSet<>();
      for (Future<ProcessId> start : starts) {
        started.add(start.get());
      }
      engine.allQuiet();

      assertThat(started).hasSize(1);
      assertThat(processes()).isEqualTo(1);
      assertThat(engine.workflows.calls("count")).isEqualTo(5);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "tab\t", "ünicode", "nul\0"})
  void whatIsNoKeyIsRefused(String text) {
    assertThatThrownBy(() -> new StartKey(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("A start key has 1 to 255 visible ASCII characters");
  }

  @Test
  void aKeyOfTwoHundredAndFiftyFiveCharactersIsOneAndALongerIsNone() {
    assertThat(new StartKey("k".repeat(255)).text()).hasSize(255);
    assertThatThrownBy(() -> new StartKey("k".repeat(256)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageEndingWith("found 256 characters");
  }

  private long processes() {
    return engine.orchestrator.lists().countsByStatus().stream()
        .mapToLong(ProcessCounts.StatusCount::count)
        .sum();
  }
}
