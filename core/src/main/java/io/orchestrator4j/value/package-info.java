/**
 * How Java values become JSON, text and names: the one mapper, snake-case names, value types, and what cannot be
 * stored. Knows nothing of forms, workflows or the database.
 */
@NullMarked
package io.orchestrator4j.value;

import org.jspecify.annotations.NullMarked;
