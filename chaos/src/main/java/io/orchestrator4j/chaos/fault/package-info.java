/** What is done to nodes and database, by a plan that a seed decides, and who does it. It knows nothing of processes. */
@NullMarked
package io.orchestrator4j.chaos.fault;

import org.jspecify.annotations.NullMarked;
