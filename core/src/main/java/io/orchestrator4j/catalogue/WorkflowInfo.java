package io.orchestrator4j.catalogue;

import io.orchestrator4j.workflow.Target;
import java.time.Instant;
import java.util.UUID;

/** A workflow as its row has it. */
public record WorkflowInfo(
    UUID workflowId,
    String name,
    Target target,
    boolean task,
    String description,
    Instant createdAt) {}
