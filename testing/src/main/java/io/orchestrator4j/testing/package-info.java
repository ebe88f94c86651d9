/**
 * For authors' tests: a real PostgreSQL that is thrown away, the author's application or a plain orchestrator on it whose
 * processes a test runs and reads, and a clock that a test sets. Knows nothing of HTTP.
 */
@NullMarked
package io.orchestrator4j.testing;

import org.jspecify.annotations.NullMarked;
