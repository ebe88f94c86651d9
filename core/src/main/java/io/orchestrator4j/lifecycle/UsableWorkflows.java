package io.orchestrator4j.lifecycle;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The workflows of a subscription's product, as far as this application has them.
 *
 * @param general what is in the way of every workflow, or of all that need the subscription in sync; null where nothing is
 * @param workflows by name
 */
public record UsableWorkflows(@Nullable StartRefusal general, List<UsableWorkflow> workflows) {

  public UsableWorkflows {
    workflows = List.copyOf(workflows);
  }

  /** The workflow of this name; empty where it is not for the product. */
  public Optional<UsableWorkflow> named(String name) {
    return workflows.stream().filter(each -> each.name().equals(name)).findFirst();
  }
}
