package io.orchestrator4j.workflow;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.product.SubscriptionLifecycle.DISABLED;
import static io.orchestrator4j.product.SubscriptionLifecycle.INITIAL;
import static io.orchestrator4j.product.SubscriptionLifecycle.PROVISIONING;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.confirmation;
import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;
import static io.orchestrator4j.workflow.Steps.lockSubscription;
import static io.orchestrator4j.workflow.Steps.setStatus;
import static io.orchestrator4j.workflow.Steps.step;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;
import static io.orchestrator4j.workflow.Steps.unlockSubscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the annotations of the workflow types add to an author's chain and say of it, and what they refuse. */
final class TypedWorkflowsTest {

  @ProductType("Typed Node")
  static class Node extends SubscriptionModel {}

  @ProductType("Typed Port")
  static class Port extends SubscriptionModel {}

  @ProductType("Typed Stranger")
  static class Stranger extends SubscriptionModel {}

  private static final DefinedProducts PRODUCTS =
      DefinedProducts.of(List.of(Node.class, Port.class), List.of());

  @Workflows(Node.class)
  static final class Nodes {

    @CreateWorkflow("Create node")
    StepList createNode() {
      return begin(this::ask).then(this::work).then(storeProcessSubscription());
    }

    @CreateWorkflow(value = "Plan node", name = "plan_it", status = PROVISIONING)
    StepList planNode() {
      return begin().then(setStatus(PROVISIONING)).then(this::work);
    }

    @ModifyWorkflow("Modify node")
    StepList modifyNode() {
      return begin().then(this::work);
    }

    @TerminateWorkflow("Terminate node")
    StepList terminateNode() {
      return begin().then(this::work);
    }

    @ValidateWorkflow("Validate node")
    StepList validateNode() {
      return begin().then(this::work);
    }

    @ReconcileWorkflow("Reconcile node")
    StepList reconcileNode() {
      return begin().then(this::work);
    }

    @Task("Count nodes")
    StepList countNodes() {
      return begin().then(this::work);
    }

    @Workflow(
        value = "Swap node",
        target = Target.MODIFY,
        usableIn = DISABLED,
        blockedByInUse = true)
    StepList swapNode() {
      return init()
          .then(storeProcessSubscription())
          .then(lockSubscription())
          .then(this::work)
          .then(setStatus(ACTIVE))
          .then(unlockSubscription())
          .then(done());
    }

    @Workflow(value = "Look at node", target = Target.VALIDATE)
    StepList lookAtNode() {
      return init().then(this::work).then(done());
    }

    State ask(Form form) {
      return State.empty();
    }

    @Step("Work")
    void work() {}
  }

  private final DefinedWorkflows workflows =
      DefinedWorkflows.of(List.of(new Nodes()), PRODUCTS, List.of());

  private WorkflowDefinition workflow(String name) {
    return workflows.named(name).orElseThrow();
  }

  private List<String> steps(String workflow) {
    return names(workflow(workflow));
  }

  private static List<String> names(WorkflowDefinition workflow) {
    return workflow.steps().stream().map(placed -> placed.step().name()).toList();
  }

  @Test
  void aCreateSetsTheStatusAndUnlocks() {
    assertThat(steps("create_node"))
        .containsExactly(
            "Start",
            "Work",
            "Create Process Subscription relation",
            "Set subscription to 'active'",
            "Unlock subscription",
            "Done");
    assertThat(steps("plan_it"))
        .containsExactly(
            "Start",
            "Set subscription to 'provisioning'",
            "Work",
            "Set subscription to 'provisioning'",
            "Unlock subscription",
            "Done");
    assertThat(workflow("plan_it").steps())
        .extracting(PlacedStep::path)
        .containsExactly(
            "start",
            "set_status_provisioning",
            "work",
            "set_status_provisioning#2",
            "unlock_subscription",
            "done");
  }

  @Test
  void othersLinkAndLockBeforeTheAuthorsStepsAndUnlockBehindThem() {
    assertThat(steps("modify_node"))
        .containsExactly(
            "Start",
            "Create Process Subscription relation",
            "Lock subscription",
            "Work",
            "Unlock subscription",
            "Done")
        .isEqualTo(steps("reconcile_node"))
        .isEqualTo(steps("validate_node"));
    assertThat(steps("terminate_node"))
        .containsExactly(
            "Start",
            "Create Process Subscription relation",
            "Lock subscription",
            "Work",
            "Set subscription to 'terminated'",
            "Unlock subscription",
            "Done");
  }

  @Test
  void onlyValidateAndReconcileGoOnWithoutTheLock() {
    assertThat(lockOf("modify_node")).isEqualTo(new LifecycleStep.Lock(true));
    assertThat(lockOf("terminate_node")).isEqualTo(new LifecycleStep.Lock(true));
    assertThat(lockOf("validate_node")).isEqualTo(new LifecycleStep.Lock(false));
    assertThat(lockOf("reconcile_node")).isEqualTo(new LifecycleStep.Lock(false));
    assertThat(workflow("validate_node").fingerprint())
        .isEqualTo(workflow("reconcile_node").fingerprint())
        .isNotEqualTo(workflow("modify_node").fingerprint());
  }

  private LifecycleStep lockOf(String name) {
    return workflow(name).steps().get(2).step().action() instanceof StepAction.Lifecycle(var does)
        ? does
        : new LifecycleStep.Unlock();
  }

  @Test
  void aPlainWorkflowHasTheBuiltinStepsThatItNames() {
    assertThat(workflow("swap_node").steps())
        .extracting(PlacedStep::path)
        .containsExactly(
            "start",
            "store_process_subscription",
            "lock_subscription",
            "work",
            "set_status_active",
            "unlock_subscription",
            "done");
  }

  @Test
  void eachSaysOnWhichSubscriptionsItMayStart() {
    assertThat(workflow("create_node").usability())
        .isEqualTo(new Usability(List.of(), false, false));
    assertThat(workflow("modify_node").usability())
        .isEqualTo(new Usability(List.of(ACTIVE), false, false));
    assertThat(workflow("terminate_node").usability())
        .isEqualTo(new Usability(List.of(ACTIVE, PROVISIONING), false, true));
    assertThat(workflow("validate_node").usability())
        .isEqualTo(new Usability(List.of(ACTIVE), true, false))
        .isEqualTo(workflow("reconcile_node").usability())
        .isEqualTo(workflow("look_at_node").usability());
    assertThat(workflow("swap_node").usability())
        .isEqualTo(new Usability(List.of(DISABLED), false, true));
  }

  @Test
  void onlyTasksAndWhatValidatesAreTasks() {
    assertThat(workflows.all())
        .filteredOn(WorkflowDefinition::isTask)
        .extracting(WorkflowDefinition::name)
        .containsExactly("count_nodes", "look_at_node", "validate_node");
  }

  @Workflows(SubscriptionModel.class)
  static final class Everything {
    @ModifyWorkflow(
        value = "Note",
        usableIn = {INITIAL, ACTIVE},
        usableOutOfSync = true,
        lock = false)
    StepList note() {
      return begin();
    }
  }

  @Test
  void eachSaysToWhichProductTypesItBelongs() {
    assertThat(workflow("modify_node").productTypes())
        .isEqualTo(new ProductTypes.Of(List.of(Node.class)));
    assertThat(workflow("modify_node").productTypes().include(Node.class)).isTrue();
    assertThat(workflow("modify_node").productTypes().include(Port.class)).isFalse();
    assertThat(workflow("count_nodes").productTypes()).isEqualTo(new ProductTypes.None());
    WorkflowDefinition note =
        DefinedWorkflows.of(List.of(new Everything())).named("note").orElseThrow();
    assertThat(note.productTypes()).isEqualTo(new ProductTypes.All());
    assertThat(note.productTypes().include(Port.class)).isTrue();
    assertThat(note.usability()).isEqualTo(new Usability(List.of(INITIAL, ACTIVE), true, false));
    assertThat(names(note))
        .containsExactly("Start", "Create Process Subscription relation", "Done");
  }

  @Test
  void aTerminateWithoutAFormAsksForAConfirmation() throws Exception {
    WorkflowDefinition terminate = workflow("terminate_node");

    assertThat(terminate.hasForm()).isTrue();
    assertThat(workflow("modify_node").hasForm()).isFalse();
    Forms.Asked<State> form =
        asking -> terminate.ask(Json.object(), asking, StepModels.none().open(null, "ann"));
    assertThat(new Forms(FormServices.standard()).replay(form, List.of()))
        .isInstanceOf(FormOutcome.NextPage.class);
    assertThat(new Forms(FormServices.standard()).replay(form, Forms.onePageWithoutAnswers()))
        .isInstanceOfSatisfying(
            FormOutcome.Complete.class,
            complete -> assertThat(((State) complete.result()).keys()).isEmpty());
  }

  @Workflows(Port.class)
  static final class Confirmed {
    @ModifyWorkflow("Reset port")
    StepList resetPort() {
      return begin(confirmation());
    }
  }

  @Test
  void everyWorkflowMayAskForOne() {
    assertThat(DefinedWorkflows.of(List.of(new Confirmed()), PRODUCTS, List.of())
            .named("reset_port")
            .orElseThrow()
            .hasForm())
        .isTrue();
  }

  @Test
  void stepsThatTheApplicationAppendsFollowTheAuthors() {
    Nodes nodes = new Nodes();
    StepList audit = begin().then(step(nodes::work).named("Audit").id("audit"));
    DefinedWorkflows appended = DefinedWorkflows.of(
        List.of(nodes),
        PRODUCTS,
        List.of(
            new AppendedSteps(Target.TERMINATE, audit),
            new AppendedSteps(Target.SYSTEM, audit),
            new AppendedSteps(Target.MODIFY, audit),
            new AppendedSteps(Target.MODIFY, audit)));

    assertThat(names(appended.named("terminate_node").orElseThrow()))
        .containsSequence("Work", "Audit", "Set subscription to 'terminated'");
    assertThat(names(appended.named("count_nodes").orElseThrow()))
        .containsExactly("Start", "Work", "Audit", "Done");
    assertThat(names(appended.named("modify_node").orElseThrow()))
        .containsSequence("Work", "Audit", "Audit", "Unlock subscription");
    assertThat(names(appended.named("reconcile_node").orElseThrow())).doesNotContain("Audit");
    assertThat(names(appended.named("swap_node").orElseThrow())).doesNotContain("Audit");
  }

  @Test
  void appendedStepsKeepToTheRulesOfAChain() {
    assertThatThrownBy(() -> DefinedWorkflows.of(
            List.of(new Nodes()),
            PRODUCTS,
            List.of(new AppendedSteps(Target.CREATE, begin().then(done())))))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining(
            "Nodes.createNode: the chain contains init() or done(), which @CreateWorkflow adds by itself");
  }

  @Workflows(Node.class)
  static final class OwnEnds {
    @ModifyWorkflow("Own ends")
    StepList ownEnds() {
      return init().then(done());
    }
  }

  @Test
  void theEndsOfATypedChainAreNotTheAuthors() {
    assertRefused(
        new OwnEnds(),
        "OwnEnds.ownEnds: the chain contains init() or done(), which @ModifyWorkflow adds by itself."
            + " Open it with begin() and take done() away.");
  }

  @Workflows
  static final class Homeless {
    @ReconcileWorkflow("Homeless")
    StepList homeless() {
      return begin();
    }
  }

  @Test
  void aTypedWorkflowBelongsToAProductType() {
    assertRefused(
        new Homeless(),
        "Homeless.homeless: it is marked @ReconcileWorkflow, and its class belongs to no product type."
            + " Name the class of the product type, as in @Workflows(UserGroup.class).");
  }

  @Workflows(Stranger.class)
  static final class Unknown {
    @Task("Unknown")
    StepList unknown() {
      return begin();
    }
  }

  @Test
  void aProductTypeThatIsNotRegisteredIsRefused() {
    assertRefused(
        new Unknown(),
        "Unknown: it is marked @Workflows(Stranger.class), which is no product type of this application.");
  }

  @Workflows(Node.class)
  static final class Twice {
    @ModifyWorkflow("Lock twice")
    StepList lockTwice() {
      return begin().then(storeProcessSubscription()).then(lockSubscription());
    }

    @CreateWorkflow("Lock new")
    StepList lockNew() {
      return begin().then(lockSubscription()).then(unlockSubscription());
    }
  }

  @Test
  void whatIsAddedIsNotToBeWritten() {
    assertRefused(
        new Twice(),
        "Twice.lockTwice: the chain contains 'Create Process Subscription relation', which @ModifyWorkflow adds"
            + " by itself. Take it away.",
        "Twice.lockTwice: the chain contains 'Lock subscription', which @ModifyWorkflow adds by itself. Take it"
            + " away, or write lock = false in the annotation and place both steps yourself.",
        "Twice.lockNew: the chain contains 'Lock subscription', and a new subscription is locked by its process"
            + " from the start. Take lockSubscription() away.",
        "Twice.lockNew: the chain contains 'Unlock subscription', which @CreateWorkflow adds by itself. Take it"
            + " away.");
  }

  @Workflows(Node.class)
  static final class OwnLock {
    @ModifyWorkflow(value = "Own lock", lock = false)
    StepList ownLock() {
      return begin().then(lockSubscription()).then(unlockSubscription());
    }
  }

  @Test
  void withoutTheDefaultLockTheAuthorPlacesIt() {
    assertThat(names(DefinedWorkflows.of(List.of(new OwnLock()), PRODUCTS, List.of())
            .named("own_lock")
            .orElseThrow()))
        .containsExactly(
            "Start",
            "Create Process Subscription relation",
            "Lock subscription",
            "Unlock subscription",
            "Done");
  }

  @Workflows(Node.class)
  static final class TwoKinds {
    @ModifyWorkflow("Two kinds")
    @Task("Two kinds")
    StepList twoKinds() {
      return begin();
    }
  }

  @Test
  void aMethodIsOneWorkflow() {
    assertRefused(
        new TwoKinds(),
        "TwoKinds.twoKinds: it is marked both @ModifyWorkflow and @Task. Take one of them away.");
  }

  private static void assertRefused(Object holder, String... messages) {
    assertThatThrownBy(() -> DefinedWorkflows.of(List.of(holder), PRODUCTS, List.of()))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll(messages);
  }
}
