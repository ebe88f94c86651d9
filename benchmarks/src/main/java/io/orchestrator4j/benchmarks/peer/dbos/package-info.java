/**
 * DBOS Transact doing what our benchmarks do.
 */
@NullMarked
package io.orchestrator4j.benchmarks.peer.dbos;

import org.jspecify.annotations.NullMarked;
