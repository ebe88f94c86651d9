/** An application for the tests of the command that migrates products. */
@NullMarked
package io.orchestrator4j.remodelled;

import org.jspecify.annotations.NullMarked;
