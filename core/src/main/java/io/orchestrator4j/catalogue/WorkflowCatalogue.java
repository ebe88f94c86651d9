package io.orchestrator4j.catalogue;

import com.fasterxml.uuid.Generators;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.workflow.DefinedWorkflows;
import io.orchestrator4j.workflow.RegisteredWorkflows;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of the workflows: each has an id, which processes refer to, and a description that can be edited. */
public final class WorkflowCatalogue {

  private final Database database;

  public WorkflowCatalogue(Database database) {
    this.database = database;
  }

  /**
   * Gives every workflow its row and id. Rows of workflows that this program does not have are left
   * alone, and so are descriptions that are there already, since people edit them.
   */
  public RegisteredWorkflows register(DefinedWorkflows workflows, Instant now) {
    if (workflows.all().isEmpty()) {
      return new RegisteredWorkflows(workflows, Map.of());
    }
    Map<String, UUID> ids = database.inTransaction(handle -> {
      PreparedBatch batch = handle.prepareBatch("""
          insert into ${schema}.workflows (workflow_id, name, target, is_task, description, created_at)
          values (:workflow_id, :name, :target, :is_task, :description, :created_at)
          on conflict (name) do update
          set target = excluded.target, is_task = excluded.is_task, deleted_at = null
          where (workflows.target, workflows.is_task, workflows.deleted_at)
            is distinct from (excluded.target, excluded.is_task, null)
          """);
      for (WorkflowDefinition workflow : workflows.all()) {
        batch
            .bind("workflow_id", Generators.timeBasedEpochRandomGenerator().generate())
            .bind("name", workflow.name())
            .bind("target", workflow.target().name())
            .bind("is_task", workflow.isTask())
            .bind("description", workflow.description())
            .bind("created_at", now)
            .add();
      }
      batch.execute();
      return handle
          .createQuery("select name, workflow_id from ${schema}.workflows")
          .map((row, _) ->
              Map.entry(row.getString("name"), row.getObject("workflow_id", UUID.class)))
          .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    });
    return new RegisteredWorkflows(workflows, ids);
  }
}
