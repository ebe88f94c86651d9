/**
 * A running server as commands see it: its REST interface and the options by which it is found. It
 * knows no command.
 */
@NullMarked
package io.orchestrator4j.cli.client;

import org.jspecify.annotations.NullMarked;
