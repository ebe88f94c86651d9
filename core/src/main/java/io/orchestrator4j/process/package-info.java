/**
 * What has happened: a process, its journal of what each step changed, the statuses and the table of
 * their transitions, and the SQL of both tables. Knows nothing of threads, nodes that run things, or
 * subscriptions.
 */
@NullMarked
package io.orchestrator4j.process;

import org.jspecify.annotations.NullMarked;
