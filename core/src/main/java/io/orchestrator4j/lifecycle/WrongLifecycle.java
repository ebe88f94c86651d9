package io.orchestrator4j.lifecycle;

import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.workflow.StepParameter;
import java.util.stream.Collectors;

/** A step wants a subscription at another status than it has. */
public final class WrongLifecycle extends RuntimeException {

  private static final long serialVersionUID = 1L;

  WrongLifecycle(StepParameter.Model parameter, SubscriptionModel subscription) {
    super("%s: the parameter '%s' is marked @InLifecycle(%s), and %s is %s"
        .formatted(
            parameter.place(),
            parameter.name(),
            parameter.lifecycles().stream()
                .sorted()
                .map(SubscriptionLifecycle::name)
                .collect(Collectors.joining(", ")),
            subscription,
            subscription.status().text()));
  }
}
