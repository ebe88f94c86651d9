package io.orchestrator4j.lifecycle;

import static io.orchestrator4j.lifecycle.LifecycleFixture.ANN;
import static io.orchestrator4j.lifecycle.LifecycleFixture.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.workflow.Target;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Which workflow may start on what, and what the first page says where it may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StartRulesTest {

  private final LifecycleFixture groups = new LifecycleFixture();

  @AfterAll
  void close() {
    groups.close();
  }

  private String complaint(String workflow, String... pages) {
    return switch (groups.start(workflow, pages)) {
      case FormOutcome.Invalid<ProcessId> invalid -> invalid.page().detail();
      case FormOutcome<ProcessId> other -> throw new AssertionError(other);
    };
  }

  @Test
  void aProductOfAnotherWorkflowIsRefused() {
    assertThat(complaint(
            "create_user_group",
            "{\"product\": \"%s\"}".formatted(groups.product("User internal"))))
        .contains("product", "Input should be '%s'".formatted(groups.product("User Group")));
  }

  @Test
  void anUnknownSubscriptionIsRefused() {
    assertThat(complaint("modify_user_group", on(new UUID(0, 1))))
        .contains("subscription_id", "Subscription not found");
  }

  @Test
  void aSubscriptionToAnotherProductIsRefused() {
    User user = groups.user(groups.group("others"), "ann");

    assertThat(complaint("modify_user_group", on(user.subscriptionId())))
        .contains("This workflow is not valid for this subscription");
  }

  @Test
  void anOlderVersionIsStale() {
    UserGroup group = groups.group("versioned");
    String page = "{\"subscription_id\": \"%s\", \"version\": %d}";

    assertThat(complaint("modify_user_group", page.formatted(group.subscriptionId(), 1)))
        .contains("__root__")
        .contains("Stale data: given version (1) does not match the current version (%d)"
            .formatted(group.version()));
    assertThat(groups.start(
            "modify_user_group", page.formatted(group.subscriptionId(), group.version())))
        .isInstanceOf(FormOutcome.NextPage.class);
  }

  @Test
  void whatIsInUseIsNotTerminated() {
    UserGroup group = groups.group("used");
    User user = groups.user(group, "bob");

    assertThat(complaint("terminate_user_group", on(group.subscriptionId())))
        .contains("This subscription can not be modified as it is used in other subscriptions");
    StartRefusal refusal = groups
        .orchestrator
        .startableWorkflows()
        .of(group.header())
        .named("terminate_user_group")
        .orElseThrow()
        .whyNot()
        .orElseThrow();
    assertThat(refusal)
        .isEqualTo(new StartRefusal.InUseByOthers(
            List.of(new StartRefusal.Neighbour(user.subscriptionId(), "User bob")),
            StartRefusal.Action.TERMINATED));
  }

  @Test
  void aLockedSubscriptionIsInTheWayOfItsNeighboursToo() throws InterruptedException {
    UserGroup group = groups.group("locked");
    User user = groups.user(group, "carl");
    ProcessId holder =
        groups.begin("modify_user_group", on(group.subscriptionId()), "{\"group_name\": \"held\"}");
    groups.workflows.begun.acquire();

    UsableWorkflows ofUser = groups.orchestrator.startableWorkflows().of(user.header());

    assertThat(ofUser.general())
        .isEqualTo(new StartRefusal.RelationsNotInSync(
            List.of(new StartRefusal.Neighbour(group.subscriptionId(), "User Group held"))));
    assertThat(ofUser.named("modify_note").orElseThrow().isStartable()).isTrue();
    groups.workflows.released.release();
    groups.quiet();
    assertThat(groups.status(holder)).isEqualTo(ProcessStatus.COMPLETED);
    assertThat(groups.orchestrator.startableWorkflows().of(user.header()).general())
        .isNull();
  }

  @Test
  void aNoteIsWrittenAlsoWhileTheSubscriptionIsLocked() {
    UserGroup group = groups.group("noted");
    groups.workflows.broken.set(true);
    ProcessId failed =
        groups.run("modify_user_group", on(group.subscriptionId()), "{\"group_name\": \"x\"}");
    groups.workflows.broken.set(false);
    assertThat(groups.status(failed)).isEqualTo(ProcessStatus.FAILED);

    ProcessId noted =
        groups.run("modify_note", on(group.subscriptionId()), "{\"note\": \"call back\"}");

    assertThat(groups.reason(noted)).isEqualTo("null");
    UserGroup after = groups.subscriptions().load(UserGroup.class, group.subscriptionId());
    assertThat(after.note()).isEqualTo("call back");
    assertThat(after.insync()).isFalse();
  }

  @Test
  void anOperatorSetsInSyncWhatNobodyWorksOn() {
    UserGroup group = groups.group("stuck");
    UUID id = group.subscriptionId();
    groups.workflows.broken.set(true);
    ProcessId failed = groups.run("modify_user_group", on(id), "{\"group_name\": \"x\"}");
    groups.workflows.broken.set(false);
    SubscriptionOperations operations = groups.orchestrator.subscriptionOperations();

    assertThat(operations.setInSync(ANN, id))
        .isEqualTo(new SubscriptionOperations.InSync.Unfinished(List.of(failed.value())));
    groups.orchestrator.operations().abort(ANN, failed);
    assertThat(operations.setInSync(ANN, id)).isEqualTo(new SubscriptionOperations.InSync.Done());
    assertThat(operations.setInSync(ANN, id)).isEqualTo(new SubscriptionOperations.InSync.WasSo());
    assertThat(operations.setInSync(ANN, new UUID(0, 2)))
        .isEqualTo(new SubscriptionOperations.InSync.NotFound());

    assertThat(groups.subscriptions().load(UserGroup.class, id).insync()).isTrue();
    assertThat(groups.orchestrator.audit().latest(1).getFirst()).satisfies(entry -> {
      assertThat(entry.actor()).isEqualTo("ann");
      assertThat(entry.action()).isEqualTo("set_in_sync");
      assertThat(entry.subject()).isEqualTo(id.toString());
    });
  }

  @Test
  void authorsAskWhatMayStart() {
    UserGroup group = groups.group("asked");

    assertThat(groups.orchestrator.lifecycle().usable(group.subscriptionId(), Target.VALIDATE))
        .containsExactly("validate_user_group");
    assertThat(groups.orchestrator.lifecycle().usable(group.subscriptionId(), Target.CREATE))
        .isEmpty();
  }
}
