package io.orchestrator4j.workflow;

import java.util.UUID;

/**
 * What a step can ask about its own run, as a parameter of this type.
 *
 * @param processId the process
 * @param attempt how often the step was begun in this process, from 1
 */
public record StepContext(UUID processId, int attempt) {}
