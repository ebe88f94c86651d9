/**
 * Orchestrator4j in the configuration that a node has by default, and the workflows that benchmarks start on it.
 */
@NullMarked
package io.orchestrator4j.benchmarks.node;

import org.jspecify.annotations.NullMarked;
