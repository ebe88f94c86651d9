/** How the products and workflows of this application come into a database that others look after. */
@NullMarked
package io.orchestrator4j.examples.beginner.migrations;

import org.jspecify.annotations.NullMarked;
