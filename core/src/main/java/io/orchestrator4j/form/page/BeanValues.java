package io.orchestrator4j.form.page;

import io.orchestrator4j.definition.DefinitionProblem;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an object says under the name of a component: a record, or an object with public fields. */
public final class BeanValues {

  private static final Map<Type, Class<?>> BOXED = Map.of(
      int.class, Integer.class,
      long.class, Long.class,
      short.class, Short.class,
      byte.class, Byte.class,
      boolean.class, Boolean.class,
      double.class, Double.class,
      float.class, Float.class,
      char.class, Character.class);

  private BeanValues() {}

  /** The value of the same name and type; empty where there is none or it is null. */
  public static Optional<Object> find(Object bean, RecordComponents.Component component) {
    return find(bean, component.name(), component.type());
  }

  /** The value of the same name, whatever it is; empty where there is none or it is null. */
  static Optional<Object> named(Object bean, String name) {
    return find(bean, name, null);
  }

  /** Whether it has something of this name. */
  static boolean has(Object bean, String name) {
    return bean instanceof Record record
        ? component(record, name).isPresent()
        : field(bean, name).isPresent();
  }

  private static Optional<Object> find(Object bean, String name, @Nullable Type type) {
    if (bean instanceof Record record) {
      return component(record, name)
          .filter(component -> type == null || same(component.type(), type))
          .map(component -> component.read(record));
    }
    return field(bean, name)
        .filter(field -> type == null || same(field.getGenericType(), type))
        .map(field -> read(bean, field));
  }

  private static Optional<RecordComponents.Component> component(Record record, String name) {
    return RecordComponents.of(record.getClass()).stream()
        .filter(component -> component.name().equals(name))
        .findFirst();
  }

  private static Optional<Field> field(Object bean, String name) {
    try {
      return Optional.of(bean.getClass().getField(name))
          .filter(field -> !Modifier.isStatic(field.getModifiers()));
    } catch (NoSuchFieldException _) {
      return Optional.empty();
    }
  }

  private static boolean same(Type one, Type other) {
    return boxed(one).equals(boxed(other));
  }

  private static Type boxed(Type type) {
    return BOXED.containsKey(type) ? BOXED.get(type) : type;
  }

  private static @Nullable Object read(Object bean, Field field) {
    try {
      field.setAccessible(true);
      return field.get(bean);
    } catch (ReflectiveOperationException e) {
      throw new DefinitionProblem(
          bean.getClass().getName(),
          field.getName() + " cannot be read: " + e,
          "Open its package to this library");
    }
  }
}
