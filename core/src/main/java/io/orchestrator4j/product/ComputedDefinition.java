package io.orchestrator4j.product;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A value that a block or a product type computes, and does not store.
 *
 * @param key its name outside Java
 * @param from the status before which it is not asked
 */
public record ComputedDefinition(String key, Method method, SubscriptionLifecycle from) {

  private static final Logger LOG = LoggerFactory.getLogger(ComputedDefinition.class);

  /** The value; null before its status, and where the author's method throws. */
  @Nullable
  Object of(Object model, SubscriptionLifecycle status) {
    if (!status.hasReached(from)) {
      return null;
    }
    try {
      return method.invoke(model);
    } catch (InvocationTargetException e) {
      LOG.warn(
          "{}.{} threw and is shown as null; write @Computed(from = ...) if it needs what is not there yet",
          method.getDeclaringClass().getSimpleName(),
          method.getName(),
          e.getCause());
      return null;
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(method + " cannot be called", e);
    }
  }
}
