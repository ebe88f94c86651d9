package io.orchestrator4j.workflow;

import java.io.Serializable;
import java.lang.invoke.MethodType;
import java.lang.invoke.SerializedLambda;
import java.lang.reflect.Method;
import java.lang.reflect.Type;

/** Finds the type of a lambda's result. */
final class OnceType {

  private OnceType() {}

  /**
   * The type of what a call gives.
   *
   * @throws IllegalArgumentException if that cannot be read from it
   */
  static Type of(String key, OnceCall<?, ?> call) {
    Class<?> type = MethodType.fromMethodDescriptorString(
            serialized(key, call).getInstantiatedMethodType(), call.getClass().getClassLoader())
        .returnType();
    if (type == Object.class || type.getTypeParameters().length > 0) {
      throw unknown(key, "its type is only known as " + type.getSimpleName());
    }
    return type;
  }

  /** What the compiler knew of a serializable lambda. */
  static SerializedLambda serialized(Serializable lambda) throws ReflectiveOperationException {
    Method writeReplace = lambda.getClass().getDeclaredMethod("writeReplace");
    writeReplace.setAccessible(true);
    return (SerializedLambda) writeReplace.invoke(lambda);
  }

  private static SerializedLambda serialized(String key, OnceCall<?, ?> call) {
    try {
      return serialized(call);
    } catch (ReflectiveOperationException | ClassCastException e) {
      throw unknown(key, "the call is of a class of its own instead of a lambda");
    }
  }

  private static IllegalArgumentException unknown(String key, String found) {
    return new IllegalArgumentException(
        ("The result of once(\"%s\", ...) could not be read back by a later attempt: %s. Name the type, as in"
                + " once(\"%s\", new TypeReference<List<Port>>() {}, () -> ...)")
            .formatted(key, found, key));
  }
}
