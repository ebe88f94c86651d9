/** An application for the tests of the command that writes migrations. */
@NullMarked
package io.orchestrator4j.unmigrated.migrations;

import org.jspecify.annotations.NullMarked;
