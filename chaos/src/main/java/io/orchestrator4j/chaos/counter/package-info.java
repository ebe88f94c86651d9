/** What is sold in a run: counters with parts. The same for the nodes, which change them, and for the checker, which reads them. */
@NullMarked
package io.orchestrator4j.chaos.counter;

import org.jspecify.annotations.NullMarked;
