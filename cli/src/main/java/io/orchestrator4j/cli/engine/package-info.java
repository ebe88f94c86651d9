/** The commands that pause the engine and let it go on, over a running server. */
@NullMarked
package io.orchestrator4j.cli.engine;

import org.jspecify.annotations.NullMarked;
