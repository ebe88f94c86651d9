package io.orchestrator4j.process;

import org.jspecify.annotations.Nullable;

/**
 * A process as a list shows it.
 *
 * @param failedStackTrace of the failure at which it stands; null where it does not
 */
public record ListedProcess(
    ProcessInstance process, @Nullable String failedStackTrace) {}
