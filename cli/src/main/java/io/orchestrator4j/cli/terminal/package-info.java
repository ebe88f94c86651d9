/**
 * What all commands share: where they print, how they fail, how tables look, and what this program is called. Knows
 * no command.
 */
@NullMarked
package io.orchestrator4j.cli.terminal;

import org.jspecify.annotations.NullMarked;
