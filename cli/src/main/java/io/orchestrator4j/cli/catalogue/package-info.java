/** The commands that show what a running server sells and does: its products, workflows and tasks. */
@NullMarked
package io.orchestrator4j.cli.catalogue;

import org.jspecify.annotations.NullMarked;
