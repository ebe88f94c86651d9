/**
 * A whole orchestrator database as one file, and back: whatever tables the schema has, as PostgreSQL's own catalogue names
 * them, so that one that is added later is never forgotten. By name it knows only the few tables that are not like others:
 * those that stay behind, and who is at work at the moment.
 */
@NullMarked
package io.orchestrator4j.transfer;

import org.jspecify.annotations.NullMarked;
