/**
 * Where processes meet subscriptions: the workflows of the types, the steps that link, lock and unlock, domain models
 * as parameters and results of steps, and which workflow may start on which subscription.
 */
@NullMarked
package io.orchestrator4j.lifecycle;

import org.jspecify.annotations.NullMarked;
