/** A system outside the tested database that workflows call over HTTP; it keeps its own book of the calls. */
@NullMarked
package io.orchestrator4j.chaos.ledger;

import org.jspecify.annotations.NullMarked;
