/**
 * Which programs are at work on one database: they join, say by heartbeats that they live, notice
 * who fell silent, and drain. It does not know how processes run; who does is told what
 * follows.
 */
@NullMarked
package io.orchestrator4j.node;

import org.jspecify.annotations.NullMarked;
