/** What the processes of a run are, and how each must end. Values only, the same for nodes, driver and checker. */
@NullMarked
package io.orchestrator4j.chaos.scenario;

import org.jspecify.annotations.NullMarked;
