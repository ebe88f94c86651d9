package io.orchestrator4j.chaos.node;

import io.orchestrator4j.engine.EngineOptions;
import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.engine.StartKey;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.node.NodeOptions;
import io.orchestrator4j.node.NodeRole;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.StepContext;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The uses of the engine that are likely to change, each in one line. */
final class Seams {

  private Seams() {}

  static EngineOptions options(NodeSettings settings) {
    Path folder = settings.folder() == null ? null : Path.of(settings.folder());
    return EngineOptions.defaults()
        .withNode(new NodeOptions(
            settings.name(),
            settings.worker() ? NodeRole.ALL : Set.of(NodeRole.API),
            Duration.ofMillis(settings.leaseMillis()),
            folder,
            false))
        .withCapacity(
            new EngineOptions.Capacity(settings.running(), settings.running() / 4, Map.of()));
  }

  static FormOutcome<ProcessId> start(
      Operations operations, Caller caller, String workflow, List<ObjectNode> pages, String key) {
    return operations.start(caller, workflow, pages, new StartKey(key));
  }

  static String idempotencyKey(StepContext context) {
    return context.idempotencyKey().toString();
  }

  static void effect(StepContext context, String path) {
    UUID process = context.processId();
    context.inCommit(connection -> {
      try (PreparedStatement statement = connection.prepareStatement(
          "insert into effects (process_id, path, at) values (?, ?, now())")) {
        statement.setObject(1, process);
        statement.setString(2, path);
        statement.executeUpdate();
      }
    });
  }
}
