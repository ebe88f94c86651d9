/**
 * The PostgreSQL that the nodes work on, and what can happen to one: stopped, killed, its standby promoted. It knows
 * nothing of nodes and processes.
 */
@NullMarked
package io.orchestrator4j.chaos.database;

import org.jspecify.annotations.NullMarked;
