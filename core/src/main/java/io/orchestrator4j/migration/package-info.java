/**
 * From code to database: an application's migrations of its catalogue and of the values of its subscriptions, what they
 * may do, and the runner that applies them and takes them back. Knows no command and asks nobody.
 */
@NullMarked
package io.orchestrator4j.migration;

import org.jspecify.annotations.NullMarked;
