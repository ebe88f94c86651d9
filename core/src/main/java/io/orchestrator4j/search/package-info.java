/**
 * Finds subscriptions by what people type: the search language, and the texts that it looks into. Knows nothing of who
 * asks, and changes no subscription.
 */
@NullMarked
package io.orchestrator4j.search;

import org.jspecify.annotations.NullMarked;
