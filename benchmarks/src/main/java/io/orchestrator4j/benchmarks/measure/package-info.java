/**
 * What a segment of work costs: time, processor time of ours and of others, WAL and write transactions. Knows
 * nothing of what is measured.
 */
@NullMarked
package io.orchestrator4j.benchmarks.measure;

import org.jspecify.annotations.NullMarked;
