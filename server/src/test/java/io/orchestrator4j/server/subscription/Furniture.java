package io.orchestrator4j.server.subscription;

import static io.orchestrator4j.product.SubscriptionLifecycle.ACTIVE;
import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.roles;
import static io.orchestrator4j.workflow.Steps.storeProcessSubscription;
import static io.orchestrator4j.workflow.Steps.verify;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductBlock;
import io.orchestrator4j.product.ProductBlockModel;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.Provisioning;
import io.orchestrator4j.product.Shared;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.workflow.CreateWorkflow;
import io.orchestrator4j.workflow.ModifyWorkflow;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.TerminateWorkflow;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shelves, boxes that stand on them, and their workflows. */
final class Furniture {

  static final String SHELF_OWNER = "ann";
  static final String BOX_OWNER = "2f47f65a-0911-e511-80d0-005056956c1a";

  private Furniture() {}

  @ProductBlock("Shelf")
  static class ShelfBlock extends ProductBlockModel {
    public String place = "cellar";
  }

  @ProductType("Shelf")
  @Product(name = "Shelf", tag = "SHELF", description = "a shelf")
  static class Shelf extends SubscriptionModel {
    public ShelfBlock shelf;
  }

  @ProductBlock("Box")
  static class BoxBlock extends ProductBlockModel {
    @Shared
    @NotNull(groups = Provisioning.class)
    public ShelfBlock shelf;
  }

  @ProductType("Box")
  @Product(name = "Box", tag = "BOX", description = "a box")
  static class Box extends SubscriptionModel {
    public BoxBlock box;
  }

  @Workflows(Shelf.class)
  static final class ShelfWorkflows {

    final AtomicBoolean broken = new AtomicBoolean();
    private final Subscriptions subscriptions;

    ShelfWorkflows(Subscriptions subscriptions) {
      this.subscriptions = subscriptions;
    }

    @CreateWorkflow("Create shelf")
    StepList createShelf() {
      return begin().then(this::create).then(storeProcessSubscription());
    }

    @Step("Create")
    Shelf create(UUID product) {
      return subscriptions.create(Shelf.class, product, SHELF_OWNER);
    }

    @ModifyWorkflow("Move shelf")
    StepList moveShelf() {
      return begin().then(this::move);
    }

    @Step("Move")
    Shelf move(Shelf subscription) {
      verify(!broken.get(), "the cellar is locked");
      subscription.shelf.place = "attic";
      return subscription;
    }

    @ModifyWorkflow("Paint shelf")
    StepList paintShelf() {
      return begin().authorize(roles("painters")).then(this::move);
    }

    @TerminateWorkflow("Terminate shelf")
    StepList terminateShelf() {
      return begin();
    }
  }

  @Workflows(Box.class)
  static final class BoxWorkflows {

    private final Subscriptions subscriptions;

    BoxWorkflows(Subscriptions subscriptions) {
      this.subscriptions = subscriptions;
    }

    @CreateWorkflow("Create box")
    StepList createBox() {
      return begin().then(this::createOnTheFirstShelf).then(storeProcessSubscription());
    }

    @Step("Create on the first active shelf")
    Box createOnTheFirstShelf(UUID product) {
      Box box = subscriptions.create(Box.class, product, BOX_OWNER);
      box.box.shelf = subscriptions.find(Shelf.class).in(ACTIVE).list().getFirst().shelf;
      return box;
    }

    @ModifyWorkflow("Seal box")
    StepList sealBox() {
      return begin().then(this::seal);
    }

    @Step("Seal")
    Box seal(Box subscription) {
      verify(false, "there is no tape");
      return subscription;
    }
  }

  /** What a later version makes of boxes, without a migration of those that were sold. */
  @ProductType("Box")
  @Product(name = "Box", tag = "BOX", description = "a box")
  static class OtherBox extends SubscriptionModel {
    public ShelfBlock box;
  }

  @Workflows(OtherBox.class)
  static final class OtherBoxWorkflows {

    @FormPage
    record Label(String text) {}

    @ModifyWorkflow("Label box")
    StepList labelBox() {
      return begin(this::askLabel);
    }

    Label askLabel(Form form, OtherBox subscription) {
      return form.ask(Label.class, page -> page.title(subscription.description()));
    }
  }

  @Workflows
  static final class Chores {

    @Task("Dust off")
    StepList taskDustOff() {
      return begin().then(this::dust);
    }

    @Step("Dust")
    State dust() {
      return State.of("clean", true);
    }
  }
}
