/**
 * An author's main: the command line, and the commands that need the application itself. What operates a server over
 * HTTP is in {@code process}, what shows it off in {@code demo}.
 */
@NullMarked
package io.orchestrator4j.cli;

import org.jspecify.annotations.NullMarked;
