package io.orchestrator4j.workflow;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Something that a step does once, however often it is begun, as in {@code () -> netbox.createVlan(7)}. It is
 * serializable so that the type of its result can be read from a lambda; nothing is ever serialized.
 *
 * @param <T> the result's type
 * @param <E> what it may throw
 */
@FunctionalInterface
public interface OnceCall<T extends @Nullable Object, E extends Exception> extends Serializable {

  /** Does it. */
  T call() throws E;
}
