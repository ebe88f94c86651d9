/** The start: {@link io.orchestrator4j.Orchestrator} wires all parts together, by hand, in one place. */
@NullMarked
package io.orchestrator4j;

import org.jspecify.annotations.NullMarked;
