/**
 * Puts the orchestrator itself into a Spring application: the connection pool, the workflows,
 * product types and blocks that are found by scanning, and the one {@code Orchestrator} that runs them. Knows nothing of
 * HTTP.
 */
@NullMarked
package io.orchestrator4j.server.node;

import org.jspecify.annotations.NullMarked;
