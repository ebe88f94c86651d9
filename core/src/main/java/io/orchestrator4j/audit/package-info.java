/**
 * Who did what: the rows that operators' actions leave, besides what the journals of processes say. Whoever acts
 * writes its row in the statement that does it. Knows of processes and nodes no more than their ids and names.
 */
@NullMarked
package io.orchestrator4j.audit;

import org.jspecify.annotations.NullMarked;
