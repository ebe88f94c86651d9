package io.orchestrator4j.lifecycle;

import io.orchestrator4j.catalogue.ProductRegistry;
import io.orchestrator4j.catalogue.RegisteredProduct;
import io.orchestrator4j.engine.StartForms;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.workflow.ProductTypes;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.StepUnit;
import io.orchestrator4j.workflow.Target;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks, before an author's own form, what a workflow on products starts with: a create workflow with a product, the
 * others with a subscription. Thread-safe.
 */
public final class StartPages implements StartForms {

  private static final String NOT_FOR_IT = "This workflow is not valid for this subscription";

  private final ProductRegistry products;
  private final StartableWorkflows startable;

  /** From what is registered, and what may start. */
  public StartPages(ProductRegistry products, StartableWorkflows startable) {
    this.products = products;
    this.startable = startable;
  }

  @Override
  public boolean asks(WorkflowDefinition workflow) {
    return workflow.hasForm() || isOnProducts(workflow);
  }

  // a SYSTEM workflow works on nothing, whatever product types it is listed under
  private static boolean isOnProducts(WorkflowDefinition workflow) {
    return workflow.target() != Target.SYSTEM
        && !(workflow.productTypes() instanceof ProductTypes.None);
  }

  @Override
  public State ask(WorkflowDefinition workflow, ObjectNode given, Form form, StepUnit unit)
      throws Exception {
    if (!isOnProducts(workflow)) {
      return workflow.ask(given, form, unit);
    }
    State known =
        workflow.target() == Target.CREATE ? product(workflow, form) : subscription(workflow, form);
    ObjectNode all = given.deepCopy();
    known.toTree().forEachEntry(all::set);
    if (all.has(ModelId.SUBSCRIPTION_ID)) {
      all.set(ModelId.SUBSCRIPTION, all.get(ModelId.SUBSCRIPTION_ID));
    }
    // what is known goes before what a form says under the same key
    return workflow.ask(all, form, unit).and(known);
  }

  private State product(WorkflowDefinition workflow, Form form) {
    List<ProductInfo> sold = products.linkedTo(workflow.name()).stream()
        .map(RegisteredProduct::product)
        .toList();
    UUID chosen = form.ask(NewProductPage.class, page -> {
          page.field(NewProductPage::product)
              .choices(sold, ProductInfo::productId, ProductInfo::name);
          page.open();
        })
        .product();
    ProductInfo product = sold.stream()
        .filter(each -> each.productId().equals(chosen))
        .findFirst()
        .orElseThrow();
    return State.of("product", chosen.toString(), "product_name", product.name());
  }

  private State subscription(WorkflowDefinition workflow, Form form) {
    ModifySubscriptionPage answers = form.ask(ModifySubscriptionPage.class, page -> {
      page.field(ModifySubscriptionPage::subscriptionId).refuse((id, _) -> complaint(workflow, id));
      page.refuse(this::staleness);
      page.open();
    });
    SubscriptionHeader found = startable.find(answers.subscriptionId()).orElseThrow();
    return State.of(
        ModelId.SUBSCRIPTION_ID,
        found.subscriptionId().toString(),
        "product",
        found.product().productId().toString(),
        "customer_id",
        found.customerId(),
        "version",
        found.version());
  }

  private @Nullable String complaint(WorkflowDefinition workflow, UUID subscriptionId) {
    SubscriptionHeader found = startable.find(subscriptionId).orElse(null);
    if (found == null) {
      return "Subscription not found";
    }
    return startable
        .of(found)
        .named(workflow.name())
        .map(usable ->
            usable.whyNot().map(refusal -> "This workflow cannot be started: " + refusal.message()))
        .orElseGet(() -> Optional.of(NOT_FOR_IT))
        .orElse(null);
  }

  private @Nullable String staleness(ModifySubscriptionPage answers) {
    Integer version = answers.version();
    int current = startable
        .find(answers.subscriptionId())
        .map(SubscriptionHeader::version)
        .orElse(0);
    return version == null || version == current
        ? null
        : "Stale data: given version (%d) does not match the current version (%d)"
            .formatted(version, current);
  }
}
