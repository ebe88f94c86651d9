package io.orchestrator4j.product;

import io.orchestrator4j.definition.DefinitionProblem;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/** A field of an author's class, to be read and written. */
public record FieldAccess(Field field) {

  /** A field, made accessible. */
  public FieldAccess {
    if (!field.trySetAccessible()) {
      throw new DefinitionProblem(
          place(field),
          "it cannot be reached",
          "Open its package to this library, or make it public");
    }
  }

  /** Where the field is, for people: {@code UserBlock.username}. */
  public String place() {
    return place(field);
  }

  /** The field's type as it is declared. */
  public Type type() {
    return field.getGenericType();
  }

  @Nullable
  Object read(Object model) {
    try {
      return field.get(model);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(place() + " cannot be read", e);
    }
  }

  void write(Object model, @Nullable Object value) {
    try {
      field.set(model, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(place() + " cannot be written", e);
    }
  }

  private static String place(Field field) {
    return field.getDeclaringClass().getSimpleName() + "." + field.getName();
  }
}
