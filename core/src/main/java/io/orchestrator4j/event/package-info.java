/**
 * What others may hear, after the commit: what happened on this node and, as hints, on the others.
 * It carries ids and kinds, never contents, so whoever hears of a change reads it where it lies. It
 * knows nothing of processes or steps.
 */
@NullMarked
package io.orchestrator4j.event;

import org.jspecify.annotations.NullMarked;
