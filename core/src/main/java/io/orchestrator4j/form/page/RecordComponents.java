package io.orchestrator4j.form.page;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.value.SnakeCase;
import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The components of a record class, read once. */
public final class RecordComponents {

  private static final ClassValue<List<Component>> KNOWN = new ClassValue<>() {
    @Override
    protected List<Component> computeValue(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      if (components == null) {
        throw new DefinitionProblem(
            type.getName(),
            "it is no record",
            "Declare it as record " + type.getSimpleName() + "(...)");
      }
      return Arrays.stream(components).map(Component::of).toList();
    }
  };

  private RecordComponents() {}

  /** Those of a class. */
  public static List<Component> of(Class<?> type) {
    return KNOWN.get(type);
  }

  /**
   * A record of these values.
   *
   * @throws IllegalArgumentException the record's own, or anything unchecked that its constructor throws
   */
  public static <R> R create(Class<R> type, @Nullable Object[] values) {
    try {
      Class<?>[] types = Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getType)
          .toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new DefinitionProblem(
          type.getName(),
          "its constructor threw " + e.getCause(),
          "Throw IllegalArgumentException");
    } catch (ReflectiveOperationException e) {
      throw new DefinitionProblem(
          type.getName(), "it cannot be constructed: " + e, "Open its package to this library");
    }
  }

  /**
   * One component.
   *
   * @param name its name in Java
   * @param key its name elsewhere
   */
  public record Component(
      String name,
      String key,
      Type type,
      boolean nullable,
      @Nullable RecordComponent declared) {

    /** One of a page that has no record. */
    public static Component named(String key, Type type, boolean nullable) {
      return new Component(key, key, type, nullable, null);
    }

    private static Component of(RecordComponent declared) {
      return new Component(
          declared.getName(),
          keyOf(declared),
          declared.getGenericType(),
          isNullable(declared),
          declared);
    }

    /** Whether it is only shown. */
    public boolean isDisplayOnly() {
      return (type instanceof Class<?> simple && simple.isAnnotationPresent(OnlyShown.class))
          || (declared != null
              && Arrays.stream(declared.getAnnotations())
                  .anyMatch(mark -> mark.annotationType().isAnnotationPresent(OnlyShown.class)));
    }

    /** Its annotation of this class; null where it has none. */
    public <A extends Annotation> @Nullable A annotation(Class<A> annotation) {
      return declared == null ? null : declared.getAnnotation(annotation);
    }

    /** Its value. */
    public @Nullable Object read(Record record) {
      if (declared == null) {
        throw new IllegalStateException(name + " is no component of a record");
      }
      try {
        Method accessor = declared.getAccessor();
        accessor.setAccessible(true);
        return accessor.invoke(record);
      } catch (ReflectiveOperationException e) {
        throw new DefinitionProblem(
            record.getClass().getName(),
            name + " cannot be read: " + e,
            "Open its package to this library");
      }
    }

    // @JsonProperty does not apply to record components: it ends up on the field and the accessor
    private static String keyOf(RecordComponent declared) {
      JsonProperty explicit = declared.getAccessor().getAnnotation(JsonProperty.class);
      return explicit == null || explicit.value().isEmpty()
          ? SnakeCase.of(declared.getName())
          : explicit.value();
    }

    private static boolean isNullable(RecordComponent declared) {
      return Arrays.stream(declared.getAnnotatedType().getAnnotations())
              .anyMatch(
                  annotation -> annotation.annotationType().getSimpleName().equals("Nullable"))
          || Arrays.stream(declared.getAnnotations())
              .anyMatch(
                  annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
    }
  }
}
