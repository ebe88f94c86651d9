/**
 * Contestants that do the same work in turns, round by round, and how they compare. Knows no contestant but the
 * anchor.
 */
@NullMarked
package io.orchestrator4j.benchmarks.contest;

import org.jspecify.annotations.NullMarked;
