package io.orchestrator4j.lifecycle;

import static io.orchestrator4j.lifecycle.LifecycleFixture.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.process.Timeline;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.subscription.SaveUnit;
import io.orchestrator4j.subscription.UnitOfWork;
import io.orchestrator4j.workflow.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Subscriptions through their workflows, from the first form to the last step. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LifecycleTest {

  private final LifecycleFixture groups = new LifecycleFixture();

  @AfterAll
  void close() {
    groups.close();
  }

  @Test
  void aCreateWorkflowLeavesAnActiveSubscriptionInSync() {
    ProcessId processId = groups.run(
        "create_user_group",
        "{\"product\": \"%s\"}".formatted(groups.product("User Group")),
        "{\"group_name\": \"ops\"}");

    assertThat(groups.rows(processId))
        .containsExactly(
            "Start success",
            "Create subscription success",
            "Create Process Subscription relation success",
            "Initialize subscription success",
            "Provision user group success",
            "Set subscription to 'active' success",
            "Unlock subscription success",
            "Done complete");
    UserGroup group =
        groups.subscriptions().load(UserGroup.class, groups.subscriptionOf(processId));
    assertThat(group.status()).isEqualTo(SubscriptionLifecycle.ACTIVE);
    assertThat(group.insync()).isTrue();
    assertThat(group.startDate()).isNotNull();
    assertThat(group.description()).isEqualTo("User Group ops");
    assertThat(group.userGroup.groupId).isEqualTo(3);
    assertThat(group.version()).isEqualTo(5);
  }

  @Test
  void theStateOfEachStepShowsTheSubscriptionAsItWasThen() {
    UserGroup group = groups.group("shown");
    ProcessId processId =
        groups.run("modify_user_group", on(group.subscriptionId()), "{\"group_name\": \"other\"}");

    Timeline timeline = groups.detail(processId).timeline();
    assertThat(done(timeline, "Lock subscription").state().path("subscription").path("insync"))
        .hasToString("false");
    assertThat(done(timeline, "Rename").delta())
        .hasToString(
            "{\"subscription\":{\"description\":\"User Group other\",\"version\":%d,\"user_group\":{\"group_name\":\"other\"}}}"
                .formatted(group.version() + 2));
    assertThat(timeline
            .state()
            .path("__old_subscriptions__")
            .path(group.subscriptionId().toString())
            .path("user_group")
            .path("group_name")
            .stringValue())
        .isEqualTo("shown");
    assertThat(timeline.state().path("subscription").path("insync").booleanValue())
        .isTrue();
  }

  private static Timeline.Done done(Timeline timeline, String step) {
    return Objects.requireNonNull(timeline.rows().stream()
        .filter(row -> row.name().equals(step))
        .findFirst()
        .orElseThrow()
        .done());
  }

  @Test
  void aTerminatedSubscriptionHasItsEnd() {
    UUID id = groups.group("ended").subscriptionId();

    ProcessId processId = groups.run("terminate_user_group", on(id), "{}");

    assertThat(groups.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    UserGroup group = groups.subscriptions().load(UserGroup.class, id);
    assertThat(group.status()).isEqualTo(SubscriptionLifecycle.TERMINATED);
    assertThat(group.endDate()).isNotNull();
    assertThat(groups.orchestrator.lifecycle().usable(id, Target.MODIFY)).isEmpty();
  }

  @Test
  void ofTwoModificationsAtOnceOneRuns() throws InterruptedException {
    UUID id = groups.group("twice").subscriptionId();
    ProcessId first = groups.begin("modify_user_group", on(id), "{\"group_name\": \"held first\"}");
    groups.workflows.begun.acquire();

    FormOutcome<ProcessId> second =
        groups.start("modify_user_group", on(id), "{\"group_name\": \"second\"}");

    assertThat(((FormOutcome.Invalid<ProcessId>) second).page().detail())
        .contains(
            "This workflow cannot be started: Subscription already has a running process or task");

    groups.workflows.released.release();
    groups.quiet();
    assertThat(groups.status(first)).isEqualTo(ProcessStatus.COMPLETED);
  }

  @Test
  void whatAFailedStepChangedIsNotSavedAndItsRetryGoesOn() {
    UUID id = groups.group("broken").subscriptionId();
    groups.workflows.broken.set(true);
    ProcessId processId = groups.run("modify_user_group", on(id), "{\"group_name\": \"mended\"}");
    assertThat(groups.status(processId)).isEqualTo(ProcessStatus.FAILED);
    UserGroup failed = groups.subscriptions().load(UserGroup.class, id);
    assertThat(failed.userGroup.groupName).isEqualTo("broken");
    assertThat(failed.insync()).isFalse();

    groups.workflows.broken.set(false);
    groups.retry(processId);

    assertThat(groups.status(processId)).isEqualTo(ProcessStatus.COMPLETED);
    UserGroup mended = groups.subscriptions().load(UserGroup.class, id);
    assertThat(mended.userGroup.groupName).isEqualTo("mended");
    assertThat(mended.insync()).isTrue();
  }

  @Test
  void aModelThatWasChangedAndNotReturnedFailsItsStep() {
    UUID id = groups.group("kept").subscriptionId();

    ProcessId processId = groups.run("forget_to_return", on(id));

    assertThat(groups.reason(processId))
        .contains("was changed and not returned")
        .contains("UserGroupBlock", "group_name");
    assertThat(groups.subscriptions().load(UserGroup.class, id).userGroup.groupName)
        .isEqualTo("kept");
  }

  @Test
  void aSubscriptionAtAnotherStatusThanTheParameterWantsFailsItsStep() {
    UUID id = groups.group("active").subscriptionId();

    ProcessId processId = groups.run("return_too_early", on(id));

    assertThat(groups.reason(processId))
        .contains("marked @InLifecycle(PROVISIONING)", "is active", "inProvisioning");
  }

  @Test
  void aValidationOfALockedSubscriptionRunsAndLeavesTheLock() throws InterruptedException {
    UUID id = groups.group("watched").subscriptionId();
    ProcessId holder =
        groups.begin("modify_user_group", on(id), "{\"group_name\": \"held watched\"}");
    groups.workflows.begun.acquire();

    ProcessId validation = groups.begin("validate_user_group", on(id));
    assertThat(groups.orchestrator.engine().await(validation, Duration.ofSeconds(20)))
        .isTrue();

    assertThat(groups.status(validation)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(groups.subscriptions().load(UserGroup.class, id).insync()).isFalse();
    groups.workflows.released.release();
    groups.quiet();
    assertThat(groups.status(holder)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(groups.subscriptions().load(UserGroup.class, id).insync()).isTrue();
  }

  @Test
  void theLastValidationIsTheLastThatCompleted() {
    UUID id = groups.group("validated").subscriptionId();
    assertThat(lastValidated(id)).isEmpty();

    ProcessId first = groups.run("validate_user_group", on(id));
    assertThat(lastValidated(id)).contains(endOf(first));
    ProcessId second = groups.run("validate_user_group", on(id));
    assertThat(lastValidated(id)).contains(endOf(second)).get().isNotEqualTo(endOf(first));
    groups.workflows.broken.set(true);
    ProcessId failed = groups.run("validate_user_group", on(id));
    groups.workflows.broken.set(false);

    assertThat(groups.status(failed)).isNotEqualTo(ProcessStatus.COMPLETED);
    assertThat(lastValidated(id)).contains(endOf(second));
    groups.retry(failed);
    assertThat(lastValidated(id)).contains(endOf(failed));
  }

  private Optional<Instant> lastValidated(UUID id) {
    return groups.orchestrator.subscriptionStore().links().lastValidated(id);
  }

  private Instant endOf(ProcessId processId) {
    return groups.detail(processId).process().progress().lastModifiedAt();
  }

  /** Its step failed, and an operator had to retry it. */
  @RepeatedTest(5)
  void aValidationWhoseLockAnotherTakesAtTheSameMomentRunsWithoutIt() throws SQLException {
    UUID id = groups.group("raced for").subscriptionId();
    UUID faster = UUID.randomUUID();
    UnitOfWork work = groups.orchestrator.subscriptionStore().open(faster, "bob");
    work.requireLock(id);
    SaveUnit lock = work.end(List.of());

    ProcessId validation;
    try (Connection connection = TestingDatabase.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      lock.apply(connection);
      // it finds the subscription unlocked, and comes too late with its commit
      validation = groups.begin("validate_user_group", on(id));
      LifecycleFixture.awaitOneWhoWaitsFor(connection);
      connection.commit();
    }
    groups.quiet();

    assertThat(groups.rows(validation))
        .containsExactly(
            "Start success",
            "Create Process Subscription relation success",
            "Lock subscription success",
            "Check the group success",
            "Unlock subscription success",
            "Done complete");
    UserGroup group = groups.subscriptions().load(UserGroup.class, id);
    assertThat(group.header().lockedBy()).isEqualTo(faster);
    assertThat(group.version()).isEqualTo(lock.versions().getFirst().version());
    assertThat(groups.state(validation).path("subscription").path("version").intValue())
        .isEqualTo(group.version());
  }
}
