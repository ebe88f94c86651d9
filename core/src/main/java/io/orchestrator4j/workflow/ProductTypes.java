package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionModel;
import java.util.List;

/** The product types that a workflow belongs to. */
public sealed interface ProductTypes {

  /** None: it is no workflow on subscriptions. */
  record None() implements ProductTypes {}

  /** All that there are. */
  record All() implements ProductTypes {}

  /** Those whose classes are these, or extend one of them. */
  record Of(List<Class<? extends SubscriptionModel>> classes) implements ProductTypes {

    public Of {
      classes = List.copyOf(classes);
    }
  }

  /** Whether a product type of this class is among them. */
  default boolean include(Class<? extends SubscriptionModel> type) {
    return switch (this) {
      case None() -> false;
      case All() -> true;
      case Of(var classes) -> classes.stream().anyMatch(each -> each.isAssignableFrom(type));
    };
  }

  /** Those that the class of a workflow names; a task belongs to none, wherever it stands. */
  static ProductTypes of(Workflows workflows, WorkflowMarking marking) {
    List<Class<? extends SubscriptionModel>> named = List.of(workflows.value());
    if (named.isEmpty() || marking.kind() == WorkflowMarking.Kind.TASK) {
      return new None();
    }
    return named.contains(SubscriptionModel.class) ? new All() : new Of(named);
  }
}
