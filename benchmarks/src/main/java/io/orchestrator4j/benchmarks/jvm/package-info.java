/**
 * Other JVMs that take part in a benchmark. Knows nothing of what they do.
 */
@NullMarked
package io.orchestrator4j.benchmarks.jvm;

import org.jspecify.annotations.NullMarked;
