package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.BOB;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.node.NodeInfo;
import io.orchestrator4j.node.NodeRole;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.Caller;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** Several nodes on one schema: who runs what, and what becomes of it when one drains or is taken for dead. */
final class ManyNodesTest {

  private static final EngineOptions QUICK =
      EngineOptions.defaults().withLease(Duration.ofSeconds(1)).withGrace(Duration.ofMillis(1));

  private final String schema = TestingDatabase.freshSchema();
  private final TestingWorkflows workflows = new TestingWorkflows();

  private EngineFixture node(String name) {
    return new EngineFixture(workflows, schema, QUICK.withName(name));
  }

  @Test
  void whatANodeWithoutWorkersStartsIsRunByAnother() {
    try (EngineFixture api =
            new EngineFixture(workflows, schema, QUICK.withName("api").withRoles(NodeRole.API));
        EngineFixture worker = node("worker")) {
      ProcessId processId = api.start("five_steps");

      api.until("completed", () -> api.status(processId) == ProcessStatus.COMPLETED);
      assertThat(workflows.calls("count")).isEqualTo(5);
      assertThat(worker.orchestrator.nodes())
          .extracting(
              info -> info.node().name() + ": " + NodeRole.text(info.node().roles()))
          .containsExactlyInAnyOrder("api: api", "worker: api,worker");
    }
  }

  @Test
  void aDrainingNodeEndsItsStepAndLeavesTheRestToOthers() throws Exception {
    try (EngineFixture first = node("first")) {
      ProcessId processId = first.start("holding");
      workflows.holding.await();
      try (EngineFixture second = node("second")) {
        assertThat(second.operations().drain(BOB, "first", true)).isEqualTo(1);
        first.until("hears of it", () -> state(second, "first") == NodeInfo.State.DRAINING);
        ProcessId next = first.start("five_steps");
        workflows.released.release();

        second.until(
            "both completed",
            () -> second.status(processId) == ProcessStatus.COMPLETED
                && second.status(next) == ProcessStatus.COMPLETED);
        assertThat(workflows.calls("hold")).isEqualTo(1);
        second.until("the first runs nothing", () -> first.orchestrator.engine().running() == 0);
      }
    }
  }

  @Test
  void aNodeThatIsTakenForDeadLosesItsProcessesAndJoinsAgain() throws Exception {
    try (EngineFixture first = node("first")) {
      ProcessId processId = first.start("holding");
      workflows.holding.await();
      UUID before = nodeId(first, "first");
      try (EngineFixture second = node("second")) {
        takeForDead(before);
        second.until("begun again", () -> workflows.calls("hold") == 2);
        first.until("joined again", () -> !nodeId(first, "first").equals(before));
        workflows.released.release(2);
        second.until("completed", () -> second.status(processId) == ProcessStatus.COMPLETED);

        assertThat(second.rows(processId))
            .containsExactly(
                "Start success", "Count success", "Hold success", "Count success", "Done complete");
      }
      ProcessId another = first.start("five_steps");
      first.until("the first works on", () -> first.status(another) == ProcessStatus.COMPLETED);
    }
  }

  @Test
  void aStepThatLosesItsNodeThreeTimesIsQuarantined() {
    try (EngineFixture node = node("unlucky")) {
      ProcessId processId = node.start("holding");
      for (int times = 1; times <= 3; times++) {
        int calls = times;
        node.until("begun", () -> workflows.calls("hold") == calls);
        takeForDead(nodeId(node, "unlucky"));
      }
      node.until("stopped", () -> node.status(processId) == ProcessStatus.FAILED);

      assertThat(node.detail(processId).process().progress().failedReason()).contains("3", "Hold");
      assertThat(workflows.calls("hold")).isEqualTo(3);

      workflows.released.release(4);
      node.retry(processId);
      node.until("completed", () -> node.status(processId) == ProcessStatus.COMPLETED);
    }
  }

  @Test
  void whatWasLostTwiceRunsOneAtATimeSoThatTheOthersAreNotBlamed() {
    try (EngineFixture node = node("unlucky")) {
      List<ProcessId> all =
          List.of(node.start("holding"), node.start("holding"), node.start("holding"));
      for (int times = 1; times <= 2; times++) {
        int calls = 3 * times;
        node.until("begun", () -> workflows.calls("hold") == calls);
        takeForDead(nodeId(node, "unlucky"));
      }
      // each of the three in its turn, and then one of them again
      for (int times = 1; times <= 4; times++) {
        int calls = 6 + times;
        node.until("one has begun", () -> workflows.calls("hold") == calls);
        assertThat(number("select count(*) from %s.processes where owner is not null"))
            .isEqualTo(1);
        takeForDead(nodeId(node, "unlucky"));
      }

      node.until("it is given back", () -> number("select max(lost_nodes) from %s.processes") == 3);
      workflows.released.release(20);

      node.until(
          "all have ended",
          () -> count(node, all, ProcessStatus.FAILED) == 1
              && count(node, all, ProcessStatus.COMPLETED) == 2);
    }
  }

  @Test
  void manyThatWereLostTwiceFollowOneAnotherAtOnce() {
    try (EngineFixture node = node("unlucky")) {
      List<ProcessId> all =
          Stream.generate(() -> node.start("holding")).limit(60).toList();
      for (int times = 1; times <= 2; times++) {
        int calls = 60 * times;
        node.until("begun", () -> workflows.calls("hold") == calls);
        takeForDead(nodeId(node, "unlucky"));
      }
      node.until(
          "all are suspects",
          () -> number("select count(*) from %s.processes where suspect") == 60);
      workflows.released.release(200);

      node.until("all have ended", () -> count(node, all, ProcessStatus.COMPLETED) == 60);
    }
  }

  private static long count(EngineFixture node, List<ProcessId> all, ProcessStatus status) {
    return all.stream().filter(each -> node.status(each) == status).count();
  }

  private int number(String query) {
    return Jdbi.create(TestingDatabase.dataSource())
        .withHandle(handle ->
            handle.createQuery(query.formatted(schema)).mapTo(Integer.class).one());
  }

  @Test
  void whatPeopleStartDoesNotWaitForTheRest() throws Exception {
    EngineOptions small = QUICK.withCapacity(new EngineOptions.Capacity(2, 1, Map.of()));
    try (EngineFixture node = new EngineFixture(workflows, schema, small)) {
      ProcessId one = background(node);
      ProcessId other = background(node);
      node.until("one runs", () -> workflows.calls("hold") == 1);
      assertThat(List.of(node.status(one), node.status(other)))
          .containsExactlyInAnyOrder(ProcessStatus.RUNNING, ProcessStatus.CREATED);

      ProcessId urgent = node.start("five_steps");
      node.until("completed", () -> node.status(urgent) == ProcessStatus.COMPLETED);
      assertThat(List.of(node.status(one), node.status(other)))
          .containsExactlyInAnyOrder(ProcessStatus.RUNNING, ProcessStatus.CREATED);

      workflows.released.release(2);
      node.until(
          "all done",
          () -> node.status(one) == ProcessStatus.COMPLETED
              && node.status(other) == ProcessStatus.COMPLETED);
    }
  }

  @Test
  void aLimitedQueueRunsNoMoreThanItsLimit() {
    EngineOptions limited =
        QUICK.withCapacity(new EngineOptions.Capacity(100, 1, Map.of("system", 1)));
    try (EngineFixture node = new EngineFixture(workflows, schema, limited)) {
      ProcessId one = node.start("holding");
      ProcessId other = node.start("holding");
      node.until("one runs", () -> workflows.calls("hold") == 1);
      assertThat(List.of(node.status(one), node.status(other)))
          .containsExactlyInAnyOrder(ProcessStatus.RUNNING, ProcessStatus.CREATED);

      workflows.released.release(1);
      node.until("the other runs", () -> workflows.calls("hold") == 2);
      assertThat(List.of(node.status(one), node.status(other)))
          .containsExactlyInAnyOrder(ProcessStatus.RUNNING, ProcessStatus.COMPLETED);
      workflows.released.release(1);
      node.until(
          "both done",
          () -> node.status(one) == ProcessStatus.COMPLETED
              && node.status(other) == ProcessStatus.COMPLETED);
    }
  }

  @Test
  void anAbortOnAnyNodeReachesTheOneThatRunsTheProcess() throws Exception {
    try (EngineFixture first = node("first");
        EngineFixture second = node("second")) {
      ProcessId processId = first.start("holding");
      workflows.holding.await();
      second.operations().abort(BOB, processId);
      workflows.released.release();

      second.until("aborted", () -> second.status(processId) == ProcessStatus.ABORTED);
      assertThat(second.rows(processId)).contains("Hold success", "User Aborted abort");
    }
  }

  private static ProcessId background(EngineFixture node) {
    return EngineFixture.complete(node.operations().start(Caller.system(), "holding", pages("{}")));
  }

  private static NodeInfo.State state(EngineFixture node, String name) {
    return node.orchestrator.nodes().stream()
        .filter(info -> info.node().name().equals(name))
        .findFirst()
        .orElseThrow()
        .state();
  }

  private static UUID nodeId(EngineFixture node, String name) {
    return node.orchestrator.nodes().stream()
        .filter(info -> info.node().name().equals(name))
        .filter(info -> info.state() == NodeInfo.State.LIVE)
        .findFirst()
        .map(info -> info.node().nodeId())
        .orElse(new UUID(0, 0));
  }

  // what an observer does when it does not hear of a node
  private void takeForDead(UUID nodeId) {
    Jdbi.create(TestingDatabase.dataSource())
        .useHandle(handle -> handle.execute(
            "update " + schema + ".nodes set lost_at = now() where node_id = ?", nodeId));
  }
}
