/** What runs in the JVM of a node: the engine with the workflows of the harness, told what to do over its standard input. */
@NullMarked
package io.orchestrator4j.chaos.node;

import org.jspecify.annotations.NullMarked;
