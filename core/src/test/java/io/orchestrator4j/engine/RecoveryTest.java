package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessQuery;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another start goes on with, after a stop and after a kill -9. */
final class RecoveryTest {

  private static final EngineOptions IMPATIENT =
      EngineOptions.defaults().withGrace(Duration.ofMillis(1));

  @Test
  void aStepThatDidNotEndWithinTheGraceIsRunAgainByTheNextStart() throws Exception {
    TestingWorkflows workflows = new TestingWorkflows();
    String schema = TestingDatabase.freshSchema();
    ProcessId processId;
    try (EngineFixture first = new EngineFixture(workflows, schema, IMPATIENT)) {
      processId = first.start("holding");
      workflows.holding.await();
      first.orchestrator.close();
    }

    try (EngineFixture second = new EngineFixture(workflows, schema, IMPATIENT)) {
      second.quiet();

      assertThat(second.rows(processId))
          .containsExactly(
              "Start success", "Count success", "Hold success", "Count success", "Done complete");
      assertThat(workflows.calls("count")).isEqualTo(2);
      assertThat(workflows.calls("hold")).isEqualTo(2);
    }
  }

  @Test
  void aStepThatEndsWithinTheGraceIsRecordedAndNoOtherBegins() throws Exception {
    TestingWorkflows workflows = new TestingWorkflows();
    String schema = TestingDatabase.freshSchema();
    ProcessId processId;
    try (EngineFixture first = new EngineFixture(workflows, schema, EngineOptions.defaults())) {
      processId = first.start("holding");
      workflows.holding.await();
      Thread closing = Thread.startVirtualThread(first.orchestrator::close);
      while (!first.orchestrator.engine().isStopping()) {
        Thread.onSpinWait();
      }
      workflows.released.release();
      closing.join();
    }
    assertThat(workflows.calls("count")).isEqualTo(1);

    try (EngineFixture second = new EngineFixture(workflows, schema, IMPATIENT)) {
      second.quiet();

      assertThat(second.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
      assertThat(workflows.calls("hold")).isEqualTo(1);
      assertThat(workflows.calls("count")).isEqualTo(2);
    }
  }

  @Workflows
  static final class Before {
    @Task("Changing")
    StepList changing() {
      return begin().then(this::first).then(this::second);
    }

    @Step("First")
    void first() {}

    @Step("Second")
    State second() throws InterruptedException {
      throw new IllegalStateException("not yet");
    }
  }

  @Workflows
  static final class After {
    @Task("Changing")
    StepList changing() {
      return begin().then(this::other).then(this::second);
    }

    @Step("Other")
    void other() {}

    @Step("Second")
    void second() {}
  }

  @Test
  void aJournalThatNoLongerFitsIsNeverContinuedAtAWrongStep() throws Exception {
    String schema = TestingDatabase.freshSchema();
    ProcessId processId;
    try (Orchestrator before = on(schema, new Before())) {
      processId = EngineFixture.complete(before.operations().start(BOB, "changing", pages("{}")));
      before.engine().awaitQuiet(Duration.ofSeconds(10));
    }

    try (Orchestrator after = on(schema, new After())) {
      assertThatThrownBy(() -> after.operations().resume(BOB, processId, pages("{}"), null))
          .isInstanceOf(OperationRefused.DefinitionChanged.class)
          .hasMessageContaining("where it has 'first', they have 'other'");
      assertThat(after.reader().detail(processId).timeline().rows()).hasSize(3);
    }
    try (Orchestrator none = on(schema, new Unrelated())) {
      assertThatThrownBy(() -> none.operations().resume(BOB, processId, pages("{}"), null))
          .isInstanceOf(OperationRefused.WorkflowRemoved.class);
      none.operations().abort(BOB, processId);
      assertThat(none.reader().detail(processId).process().status())
          .isEqualTo(ProcessStatus.ABORTED);
    }
  }

  @Workflows
  static final class Unrelated {
    @Task("Unrelated")
    StepList unrelated() {
      return begin();
    }
  }

  @Test
  void everyProcessSurvivesTheKillsOfItsNodes() throws Exception {
    String schema = TestingDatabase.freshSchema();
    int started = 0;
    for (int kill = 0; kill < 4; kill++) {
      started += startAndKill(schema, kill);
    }

    try (EngineFixture last =
        new EngineFixture(new TestingWorkflows(), schema, KilledNode.OPTIONS)) {
      last.allQuiet();

      List<ProcessId> processes = new ArrayList<>();
      last.orchestrator
          .lists()
          .list(ProcessQuery.all())
          .forEach(listed -> processes.add(listed.process().processId()));
      assertThat(processes).hasSizeGreaterThanOrEqualTo(started);
      for (ProcessId processId : processes) {
        assertThat(last.rows(processId))
            .as(processId.toString())
            .containsExactly(
                "Start success",
                "Count success",
                "Count success",
                "Count success",
                "Count success",
                "Count success",
                "Done complete");
        assertThat(last.state(processId).path("count").asInt()).isEqualTo(5);
      }
    }
  }

  @Test
  void aProgramThatStartsAgainOnItsHostGoesOnAtOnce(@TempDir Path folder) throws Exception {
    String schema = TestingDatabase.freshSchema();
    startAndKill(schema, 1, folder.toString());
    EngineOptions patient = KilledNode.patient(folder);

    try (EngineFixture again = new EngineFixture(new TestingWorkflows(), schema, patient)) {
      again.allQuiet();
    }
  }

  /** Starts a node in a JVM of its own, and kills it after it has said so often that it started a process. */
  private static int startAndKill(String schema, int kill, String... more)
      throws IOException, InterruptedException {
    int enough = 5 + kill * 9;
    List<String> command =
        new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
    command.addAll(TestingDatabase.jvmArguments());
    command.addAll(List.of(
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        KilledNode.class.getName(),
        schema));
    command.addAll(List.of(more));
    Process node = new ProcessBuilder(command)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    int acknowledged = 0;
    try (BufferedReader lines = node.inputReader()) {
      for (String line = lines.readLine();
          line != null && acknowledged < enough;
          line = lines.readLine()) {
        acknowledged += line.startsWith("started ") ? 1 : 0;
      }
      assertThat(acknowledged).as("the node started processes").isEqualTo(enough);
    } finally {
      node.destroyForcibly().waitFor();
    }
    return acknowledged;
  }

  private static Orchestrator on(String schema, Object workflows) {
    return Orchestrator.on(TestingDatabase.dataSource())
        .schema(schema)
        .options(IMPATIENT)
        .workflows(workflows)
        .start();
  }
}
