/**
 * What is registered: the workflows of the code against their rows in the database. Knows nothing of
 * processes.
 */
@NullMarked
package io.orchestrator4j.catalogue;

import org.jspecify.annotations.NullMarked;
