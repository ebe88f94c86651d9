/**
 * Tries to break the engine's promises: several nodes on one PostgreSQL, many processes, and faults by a seed; then it
 * looks whether every process is where it should be. It uses the engine as authors and operators do, and reaches into
 * nothing.
 */
@NullMarked
package io.orchestrator4j.chaos;

import org.jspecify.annotations.NullMarked;
