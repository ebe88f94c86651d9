package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a field takes: the closed list of kinds, each with its conversion and its schema. */
sealed interface FieldKind {

  /** A text; a long one is entered on several lines. */
  record Text(boolean isLong) implements FieldKind {}

  record WholeNumber() implements FieldKind {}

  record DecimalNumber() implements FieldKind {}

  record YesOrNo() implements FieldKind {}

  record UniqueId() implements FieldKind {}

  record Date() implements FieldKind {}

  /** A point in time; a local one has no offset. */
  record DateTime(boolean local) implements FieldKind {}

  /** One of the constants of an enum. */
  record Enumeration(String name, List<Option<String>> options) implements FieldKind {}

  /** One of the values that the rules of the page offer. */
  record Chosen(String name) implements FieldKind {}

  /** Several of a kind. */
  record Items(FieldKind item) implements FieldKind {}

  /** Nothing: it is only shown. */
  record Shown() implements FieldKind {}

  Set<Class<?>> WHOLE_NUMBERS = Set.of(
      int.class,
      long.class,
      short.class,
      byte.class,
      Integer.class,
      Long.class,
      Short.class,
      Byte.class,
      BigInteger.class);
  Set<Class<?>> DECIMAL_NUMBERS =
      Set.of(double.class, float.class, Double.class, Float.class, BigDecimal.class);
  Set<Class<?>> TIMES = Set.of(Instant.class, OffsetDateTime.class, LocalDateTime.class);

  /** The kind of field that values of a type are entered in; empty where there is none. */
  static Optional<FieldKind> of(Type type, String choiceName, boolean chosen, boolean isLong) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return of(list.getActualTypeArguments()[0], choiceName, chosen, isLong).map(Items::new);
    }
    if (chosen) {
      return Optional.of(new Chosen(choiceName));
    }
    return type instanceof Class<?> simple
        ? Optional.ofNullable(ofClass(simple, isLong))
        : Optional.empty();
  }

  private static @Nullable FieldKind ofClass(Class<?> type, boolean isLong) {
    if (type == String.class) {
      return new Text(isLong);
    }
    if (type == boolean.class || type == Boolean.class) {
      return new YesOrNo();
    }
    if (WHOLE_NUMBERS.contains(type)) {
      return new WholeNumber();
    }
    if (DECIMAL_NUMBERS.contains(type)) {
      return new DecimalNumber();
    }
    if (TIMES.contains(type)) {
      return new DateTime(type == LocalDateTime.class);
    }
    if (type.isEnum()) {
      return new Enumeration(type.getSimpleName(), options(type));
    }
    if (type == UUID.class) {
      return new UniqueId();
    }
    if (type == LocalDate.class) {
      return new Date();
    }
    return type == Label.class ? new Shown() : null;
  }

  /** The constants of an enum; one that has a text of its own shows it. */
  private static List<Option<String>> options(Class<?> type) {
    List<Option<String>> options = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      String value = Json.toTree(constant).stringValue();
      boolean plain = constant.toString().equals(((Enum<?>) constant).name());
      options.add(new Option<>(value, plain ? value : constant.toString()));
    }
    return options;
  }
}
