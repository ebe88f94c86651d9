package io.orchestrator4j.product;

import io.orchestrator4j.definition.DefinitionProblem;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a field's type must be for the field to hold values. */
final class ValueType {

  private ValueType() {}

  static void require(FieldAccess access, Field field) {
    Type type = field.getGenericType();
    if (mentions(type, TypeVariable.class::isInstance)) {
      throw new DefinitionProblem(
          access.place(),
          "its type is a variable, so that nothing is known of what it holds",
          "Declare it with its own type in each of the classes");
    }
    if (mentions(type, ValueType::isBlock)) {
      throw new DefinitionProblem(
          access.place(),
          "it is a %s, and blocks stand alone or in a List".formatted(type.getTypeName()),
          "Write the block's class, or a List of it");
    }
    if (mentions(type, each -> isSubclass(each, SubscriptionModel.class))) {
      throw new DefinitionProblem(
          access.place(),
          "it is a %s, and a block holds no subscriptions".formatted(type.getTypeName()),
          "Take the block of that subscription that is meant, marked @Shared");
    }
    if (field.isAnnotationPresent(Searchable.class) && !isSearchable(type)) {
      throw new DefinitionProblem(
          access.place(),
          "it is marked @Searchable but a %s".formatted(type.getTypeName()),
          "Search for texts, numbers, booleans, dates, enums, ids, or lists of these");
    }
  }

  private interface Wanted {
    boolean is(Type type);
  }

  private static boolean mentions(Type type, Wanted wanted) {
    return wanted.is(type) || parts(type).anyMatch(part -> mentions(part, wanted));
  }

  private static Stream<Type> parts(Type type) {
    return switch (type) {
      case ParameterizedType generic -> Arrays.stream(generic.getActualTypeArguments());
      case GenericArrayType array -> Stream.of(array.getGenericComponentType());
      case WildcardType wildcard -> Arrays.stream(wildcard.getUpperBounds());
      case Class<?> array when array.isArray() -> Stream.of(array.getComponentType());
      default -> Stream.of();
    };
  }

  private static boolean isBlock(Type type) {
    return isSubclass(type, ProductBlockModel.class)
        || (type instanceof Class<?> union
            && union.isSealed()
            && union.isInterface()
            && Arrays.stream(union.getPermittedSubclasses()).allMatch(ValueType::isBlock));
  }

  private static boolean isSubclass(Type type, Class<?> of) {
    return type instanceof Class<?> raw && of.isAssignableFrom(raw);
  }

  private static boolean isSearchable(Type type) {
    return switch (type) {
      case ParameterizedType generic ->
        generic.getRawType() instanceof Class<?> raw
            && Collection.class.isAssignableFrom(raw)
            && isSearchable(generic.getActualTypeArguments()[0]);
      case Class<?> raw ->
        raw != Object.class
            && !Map.class.isAssignableFrom(raw)
            && !List.class.isAssignableFrom(raw)
            && !raw.isArray()
            // a record of one component may be one by itself
            && !(raw.isRecord() && raw.getRecordComponents().length > 1);
      default -> false;
    };
  }
}
