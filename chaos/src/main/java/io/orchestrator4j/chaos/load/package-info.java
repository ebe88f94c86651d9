/** The people of a run: they start processes, answer questions, retry what failed as planned, and abort; whatever a node says. */
@NullMarked
package io.orchestrator4j.chaos.load;

import org.jspecify.annotations.NullMarked;
