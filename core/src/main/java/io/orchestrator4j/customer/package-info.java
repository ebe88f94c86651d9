/** Whose subscriptions they are: the organisation's customers, who are kept somewhere else. Knows nothing of ours. */
@NullMarked
package io.orchestrator4j.customer;

import org.jspecify.annotations.NullMarked;
