/**
 * Flowable doing what our benchmarks do.
 */
@NullMarked
package io.orchestrator4j.benchmarks.peer.flowable;

import org.jspecify.annotations.NullMarked;
