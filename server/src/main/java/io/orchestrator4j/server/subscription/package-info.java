/**
 * Subscriptions over REST, as the wire has them: their trees, what may start on them, their history, the search for
 * them, and setting them in sync. Translates between HTTP and what core has, and decides nothing itself.
 */
@NullMarked
package io.orchestrator4j.server.subscription;

import org.jspecify.annotations.NullMarked;
