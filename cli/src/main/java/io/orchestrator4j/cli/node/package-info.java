/** The commands that operate the nodes of a database, over a running server. */
@NullMarked
package io.orchestrator4j.cli.node;

import org.jspecify.annotations.NullMarked;
