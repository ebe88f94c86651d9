package io.orchestrator4j.engine;

import java.time.Instant;
import java.util.UUID;

/**
 * One start of one program: what owns processes.
 *
 * @param nodeId another one at each start
 * @param name what operators read
 */
public record Node(UUID nodeId, String name, String host, long pid, Instant startedAt) {}
