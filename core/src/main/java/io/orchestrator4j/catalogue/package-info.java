/**
 * What is registered: the products, blocks and workflows of the code against their rows in the database, which are
 * written or checked at start, read for people and authors, and edited where they may be. Knows nothing of processes,
 * and of subscriptions only how many a product has.
 */
@NullMarked
package io.orchestrator4j.catalogue;

import org.jspecify.annotations.NullMarked;
