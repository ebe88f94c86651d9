/**
 * A real server of ours in another JVM, and its clients over HTTP.
 */
@NullMarked
package io.orchestrator4j.benchmarks.served;

import org.jspecify.annotations.NullMarked;
