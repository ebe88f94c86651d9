package io.orchestrator4j.node;

import java.time.Instant;
import java.util.UUID;

/**
 * One start of one program: what owns processes. A program that was taken for dead and is not goes on as another node
 * of the same name.
 *
 * @param nodeId another one at each start
 * @param name what operators read
 * @param worker whether it runs processes
 */
public record Node(
    UUID nodeId, String name, String host, long pid, boolean worker, Instant startedAt) {}
