/** The nodes of a run as processes of the system: started, told what to do, killed, frozen, started again. */
@NullMarked
package io.orchestrator4j.chaos.cluster;

import org.jspecify.annotations.NullMarked;
