/**
 * What has been sold: loads and saves customers' trees of blocks, finds them, keeps their history, and offers them as
 * choices of forms. Knows nothing of processes beyond the id of the one that changes something.
 */
@NullMarked
package io.orchestrator4j.subscription;

import org.jspecify.annotations.NullMarked;
