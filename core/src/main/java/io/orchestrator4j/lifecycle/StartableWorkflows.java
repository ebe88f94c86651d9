package io.orchestrator4j.lifecycle;

import io.orchestrator4j.catalogue.CatalogueReader;
import io.orchestrator4j.catalogue.WorkflowInfo;
import io.orchestrator4j.lifecycle.StartRefusal.Neighbour;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.subscription.SubscriptionRelations;
import io.orchestrator4j.subscription.SubscriptionStore;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Says which workflows may start on a subscription at this moment. Thread-safe. */
public final class StartableWorkflows {

  private final DefinedWorkflows workflows;
  private final CatalogueReader catalogue;
  private final SubscriptionStore store;

  /** Of these workflows, on the subscriptions of a database. */
  public StartableWorkflows(
      DefinedWorkflows workflows, CatalogueReader catalogue, SubscriptionStore store) {
    this.workflows = workflows;
    this.catalogue = catalogue;
    this.store = store;
  }

  /** What is known of a subscription; empty where there is none of this id. */
  public Optional<SubscriptionHeader> find(UUID subscriptionId) {
    return store.find(subscriptionId);
  }

  /** All workflows of a subscription's product, and why one may not start. */
  public UsableWorkflows of(SubscriptionHeader subscription) {
    SubscriptionRelations relations = store.relations();
    UUID id = subscription.subscriptionId();
    StartRules rules = new StartRules(
        subscription,
        store.isDefined(subscription.product()),
        neighbours(relations.outOfSyncNeighbours(id)),
        neighbours(relations.unterminatedUsers(id)));
    List<UsableWorkflow> usable = new ArrayList<>();
    for (WorkflowInfo info : catalogue.workflowsOf(subscription.product().productId())) {
      WorkflowDefinition workflow = workflows.named(info.name()).orElse(null);
      // a workflow that only the database knows cannot start here
      if (workflow != null) {
        usable.add(new UsableWorkflow(workflow, info.description(), rules.refusal(workflow)));
      }
    }
    return new UsableWorkflows(rules.general(), usable);
  }

  /** The same for one caller: what nothing else is in the way of may still not be theirs to start. */
  public UsableWorkflows of(SubscriptionHeader subscription, Caller caller) {
    UsableWorkflows all = of(subscription);
    return new UsableWorkflows(
        all.general(), all.workflows().stream().map(each -> each.to(caller)).toList());
  }

  private static List<Neighbour> neighbours(List<SubscriptionHeader> headers) {
    return headers.stream()
        .map(header -> new Neighbour(header.subscriptionId(), header.description()))
        .toList();
  }
}
