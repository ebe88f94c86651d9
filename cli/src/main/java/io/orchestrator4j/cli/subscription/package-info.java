/** The commands that look at subscriptions, over a running server. */
@NullMarked
package io.orchestrator4j.cli.subscription;

import org.jspecify.annotations.NullMarked;
