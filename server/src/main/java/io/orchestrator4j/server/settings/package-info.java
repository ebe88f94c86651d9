/**
 * What an operator can set: one table of all {@code orchestrator.*} keys with types, defaults and meanings, read once
 * and whole at start from command line, environment and {@code application.yaml}. Knows no feature; a feature asks for
 * its settings.
 */
@NullMarked
package io.orchestrator4j.server.settings;

import org.jspecify.annotations.NullMarked;
