/**
 * Shows an application off: its server as a second program on a fresh database, and a play in which processes are
 * started, fail, are retried, and survive the server's death. Knows the server only over HTTP.
 */
@NullMarked
package io.orchestrator4j.cli.demo;

import org.jspecify.annotations.NullMarked;
