/** An application for the tests of commands on the database. */
@NullMarked
package io.orchestrator4j.shop.migrations;

import org.jspecify.annotations.NullMarked;
