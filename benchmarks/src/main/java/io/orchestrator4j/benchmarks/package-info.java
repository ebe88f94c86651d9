/**
 * How fast it is: one command, one benchmark, one class. What is measured and what it is set against run in turns
 * in one JVM on one durable PostgreSQL; figures are ratios of one run.
 */
@NullMarked
package io.orchestrator4j.benchmarks;

import org.jspecify.annotations.NullMarked;
