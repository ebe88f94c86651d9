/**
 * Real PostgreSQL in a data folder, for those who have no database yet: unpacks PostgreSQL's own programs, makes a
 * cluster, starts it on loopback, finds it again after a crash. Knows nothing of workflows, tables or Spring; whoever
 * uses it gets a JDBC URL.
 */
@NullMarked
package io.orchestrator4j.embedded;

import org.jspecify.annotations.NullMarked;
