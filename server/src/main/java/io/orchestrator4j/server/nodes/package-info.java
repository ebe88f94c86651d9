/** The nodes on the database, for operators: an addition to the wire. */
@NullMarked
package io.orchestrator4j.server.nodes;

import org.jspecify.annotations.NullMarked;
