package io.orchestrator4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.engine.ProcessDetail;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.subscription.SaveUnit;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.subscription.UnitOfWork;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** An orchestrator with groups and users on a schema of its own. */
final class LifecycleFixture implements AutoCloseable {

  static final Caller ANN = Caller.named("ann");
  private static final Duration AT_MOST = Duration.ofSeconds(20);

  final String schema = TestingDatabase.freshSchema();
  final GroupWorkflows workflows;
  final Orchestrator orchestrator;

  LifecycleFixture() {
    OrchestratorConfiguration configuration =
        Orchestrator.on(TestingDatabase.dataSource()).schema(schema);
    this.workflows = new GroupWorkflows(configuration.subscriptions());
    this.orchestrator =
        configuration.productTypes(User.class).workflows(workflows).start();
  }

  Subscriptions subscriptions() {
    return orchestrator.subscriptions();
  }

  UUID product(String name) {
    return orchestrator.products().named(name).productId();
  }

  /** A group that is active. */
  UserGroup group(String name) {
    ProcessId processId = run(
        "create_user_group",
        "{\"product\": \"%s\"}".formatted(product("User Group")),
        "{\"group_name\": \"%s\"}".formatted(name));
    assertThat(detail(processId).process().status()).isEqualTo(ProcessStatus.COMPLETED);
    return subscriptions().load(UserGroup.class, subscriptionOf(processId));
  }

  /** A user in a group, made without a workflow, active and in sync. */
  User user(UserGroup group, String name) {
    SubscriptionStore store = orchestrator.subscriptionStore();
    UnitOfWork work = store.open(null, "ann");
    User user = work.create(User.class, product("User internal"), group.customerId());
    user.user.username = name;
    user.user.group = work.load(UserGroup.class, group.subscriptionId()).userGroup;
    user.description("User " + name);
    user.transitionTo(SubscriptionLifecycle.ACTIVE);
    SaveUnit saved = work.end(List.of(user));
    try (Connection connection = TestingDatabase.dataSource().getConnection()) {
      saved.apply(connection);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
    return subscriptions().load(User.class, user.subscriptionId());
  }

  UUID subscriptionOf(ProcessId processId) {
    return UUID.fromString(state(processId).path("subscription_id").stringValue());
  }

  FormOutcome<ProcessId> start(String workflow, String... pages) {
    return orchestrator.operations().start(ANN, workflow, pages(pages));
  }

  ProcessId begin(String workflow, String... pages) {
    return switch (start(workflow, pages)) {
      case FormOutcome.Complete<ProcessId>(ProcessId processId) -> processId;
      case FormOutcome<ProcessId> other -> throw new AssertionError(other);
    };
  }

  /** Starts a process, and waits until nothing runs. */
  ProcessId run(String workflow, String... pages) {
    ProcessId processId = begin(workflow, pages);
    quiet();
    return processId;
  }

  void retry(ProcessId processId) {
    var _ = orchestrator.operations().resume(ANN, processId, pages("{}"), null);
    quiet();
  }

  void quiet() {
    try {
      assertThat(orchestrator.engine().awaitQuiet(AT_MOST)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  ProcessDetail detail(ProcessId processId) {
    return orchestrator.reader().detail(processId);
  }

  ProcessStatus status(ProcessId processId) {
    return detail(processId).process().status();
  }

  ObjectNode state(ProcessId processId) {
    return detail(processId).timeline().state();
  }

  List<String> rows(ProcessId processId) {
    return detail(processId).timeline().rows().stream()
        .map(row -> row.name() + " " + row.status())
        .toList();
  }

  String reason(ProcessId processId) {
    return String.valueOf(detail(processId).process().progress().failedReason());
  }

  /** Waits until somebody cannot go on before a transaction ends. */
  static void awaitOneWhoWaitsFor(Connection transaction) throws SQLException {
    Instant end = Instant.now().plus(AT_MOST);
    try (PreparedStatement waiting = transaction.prepareStatement("""
        select count(*)
        from pg_locks
        where not granted
        and pg_backend_pid() = any(pg_blocking_pids(pid))
        """)) {
      int found = 0;
      while (found == 0) {
        assertThat(Instant.now()).as("somebody waits").isBefore(end);
        try (ResultSet row = waiting.executeQuery()) {
          found = row.next() ? row.getInt(1) : 0;
        }
      }
    }
  }

  /** The first page of a workflow on a subscription. */
  static String on(UUID subscriptionId) {
    return "{\"subscription_id\": \"%s\"}".formatted(subscriptionId);
  }

  static List<ObjectNode> pages(String... pages) {
    return Stream.of(pages).map(page -> (ObjectNode) Json.read(page)).toList();
  }

  @Override
  public void close() {
    workflows.released.release(1000);
    orchestrator.close();
  }
}
