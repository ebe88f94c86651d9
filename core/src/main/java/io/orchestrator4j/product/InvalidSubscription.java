package io.orchestrator4j.product;

import java.util.List;
import java.util.stream.Collectors;

/** A subscription does not satisfy what its status demands; all of it is named. */
public final class InvalidSubscription extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Violation> violations;

  /**
   * One thing that is missing or wrong.
   *
   * @param path the field, as in {@code user.group.group_id} or {@code core_link.ports.0.port_name}
   * @param message what is demanded of it
   */
  public record Violation(String path, String message) {}

  InvalidSubscription(
      SubscriptionModel subscription, SubscriptionLifecycle status, List<Violation> violations) {
    super("%s does not satisfy what the status %s demands:%s"
        .formatted(
            subscription,
            status.text(),
            violations.stream()
                .map(each -> "\n  - " + each.path() + " " + each.message())
                .collect(Collectors.joining())));
    this.violations = List.copyOf(violations);
  }

  /** All that is missing or wrong, in the order of the fields. */
  public List<Violation> violations() {
    return violations;
  }
}
