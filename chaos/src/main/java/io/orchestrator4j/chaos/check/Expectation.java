package io.orchestrator4j.chaos.check;

import io.orchestrator4j.chaos.scenario.Scenario;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the driver knows of a process.
 *
 * @param process its id, as the start that succeeded said; null where none did
 * @param abortAcknowledged whether an abort was acknowledged while it was not finished
 */
public record Expectation(Scenario scenario, @Nullable UUID process, boolean abortAcknowledged) {}
