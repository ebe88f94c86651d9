/**
 * For authors' tests: a real PostgreSQL that is thrown away, an orchestrator on it whose processes a
 * test runs and reads, and a clock that a test sets. Knows nothing of JUnit.
 */
@NullMarked
package io.orchestrator4j.testing;

import org.jspecify.annotations.NullMarked;
