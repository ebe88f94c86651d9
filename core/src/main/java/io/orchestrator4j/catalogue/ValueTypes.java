package io.orchestrator4j.catalogue;

import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Java's types in words that outlast a move to another package. */
final class ValueTypes {

  private ValueTypes() {}

  static String text(Type type) {
    return switch (type) {
      // whether it can be null is said elsewhere
      case Class<?> simple -> MethodType.methodType(simple).wrap().returnType().getSimpleName();
      case ParameterizedType generic ->
        "%s<%s>"
            .formatted(
                text(generic.getRawType()),
                Arrays.stream(generic.getActualTypeArguments())
                    .map(ValueTypes::text)
                    .collect(Collectors.joining(", ")));
      default -> type.getTypeName();
    };
  }
}
