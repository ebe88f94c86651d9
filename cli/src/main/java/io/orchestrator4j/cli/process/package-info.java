/**
 * The commands that operate a running server: clients of its REST interface, with no access to its database. Knows
 * nothing of the application.
 */
@NullMarked
package io.orchestrator4j.cli.process;

import org.jspecify.annotations.NullMarked;
