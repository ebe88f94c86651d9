package io.orchestrator4j.cli.db;

import io.orchestrator4j.migration.CatalogueChange;
import io.orchestrator4j.migration.CatalogueChange.CreateWorkflow;
import io.orchestrator4j.migration.CatalogueChange.DeleteWorkflow;
import io.orchestrator4j.migration.CatalogueChange.LinkWorkflow;
import io.orchestrator4j.migration.CatalogueChange.UnlinkWorkflow;
import io.orchestrator4j.migration.NewWorkflow;
import java.util.ArrayList;
import java.util.List;

/** What was chosen of the workflows for a migration. Not thread-safe. */
final class ChosenWorkflows {

  private final List<NewWorkflow> added = new ArrayList<>();
  private final List<LinkWorkflow> linked = new ArrayList<>();
  private final List<NewWorkflow> deleted = new ArrayList<>();

  void add(NewWorkflow workflow) {
    added.add(workflow);
  }

  void link(LinkWorkflow link) {
    linked.add(link);
  }

  void delete(NewWorkflow workflow) {
    deleted.add(workflow);
  }

  /** What is left to be chosen. */
  WorkflowDifference restOf(WorkflowDifference difference) {
    return new WorkflowDifference(
        difference.missing().stream()
            .filter(each -> !names(added).contains(each.name()))
            .toList(),
        difference.unlinked().stream().filter(each -> !linked.contains(each)).toList(),
        difference.surplus().stream().filter(each -> !deleted.contains(each)).toList());
  }

  private static List<String> names(List<NewWorkflow> workflows) {
    return workflows.stream().map(NewWorkflow::name).toList();
  }

  boolean isEmpty() {
    return upgrade().isEmpty();
  }

  /** What the migration does. */
  List<CatalogueChange> upgrade() {
    List<CatalogueChange> changes = new ArrayList<>();
    added.forEach(workflow -> changes.add(new CreateWorkflow(workflow)));
    changes.addAll(linked);
    deleted.forEach(workflow -> changes.add(new DeleteWorkflow(workflow.name())));
    return changes;
  }

  /** What takes it back. */
  List<CatalogueChange> downgrade() {
    List<CatalogueChange> changes = new ArrayList<>();
    added.forEach(workflow -> changes.add(new DeleteWorkflow(workflow.name())));
    linked.forEach(link -> changes.add(new UnlinkWorkflow(link.name(), link.products())));
    deleted.forEach(workflow -> changes.add(new CreateWorkflow(workflow)));
    return changes;
  }
}
