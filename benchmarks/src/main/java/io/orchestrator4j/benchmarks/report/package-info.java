/**
 * What a run found out, for people as a table and for programs as JSON. Knows no benchmark.
 */
@NullMarked
package io.orchestrator4j.benchmarks.report;

import org.jspecify.annotations.NullMarked;
