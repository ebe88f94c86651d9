package io.orchestrator4j.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;

/**
 * Records of one component that is a single value, such as {@code record Topology(String value)}: an
 * author's own value types. They are read from that value alone as well as from an object.
 */
public final class OneValueRecords {

  private OneValueRecords() {}

  /** Whether a class is such a record. */
  public static boolean isOne(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components != null && components.length == 1 && isSingle(components[0].getType());
  }

  /** What such a record holds; any other value itself. */
  public static @Nullable Object bare(@Nullable Object value) {
    if (value == null || !isOne(value.getClass())) {
      return value;
    }
    try {
      Method accessor = value.getClass().getRecordComponents()[0].getAccessor();
      accessor.setAccessible(true);
      return bare(accessor.invoke(value));
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          value.getClass().getName() + " cannot be read; open its package to this library", e);
    }
  }

  private static boolean isSingle(Class<?> type) {
    return type.isRecord()
        ? isOne(type)
        : !type.isArray()
            && type != Object.class
            && !Collection.class.isAssignableFrom(type)
            && !Map.class.isAssignableFrom(type);
  }

  /** Lets the mapper read them. */
  static final class Reading extends ValueDeserializerModifier {

    private static final long serialVersionUID = 1L;

    @Override
    public ValueDeserializer<?> modifyDeserializer(
        DeserializationConfig config,
        BeanDescription.Supplier description,
        ValueDeserializer<?> deserializer) {
      Class<?> type = description.getBeanClass();
      return isOne(type) && !hasCreator(type)
          ? new FromValue(deserializer, type.asSubclass(Record.class))
          : deserializer;
    }

    private static boolean hasCreator(Class<?> type) {
      return Arrays.stream(type.getDeclaredConstructors())
              .anyMatch(constructor -> constructor.isAnnotationPresent(JsonCreator.class))
          || Arrays.stream(type.getDeclaredMethods())
              .anyMatch(method -> method.isAnnotationPresent(JsonCreator.class));
    }
  }

  private static final class FromValue extends DelegatingDeserializer {

    private final Class<? extends Record> type;

    FromValue(ValueDeserializer<?> ofObjects, Class<? extends Record> type) {
      super(ofObjects);
      this.type = type;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> other) {
      return new FromValue(other, type);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
      JsonToken token = parser.currentToken();
      if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_NULL) {
        return super.deserialize(parser, context);
      }
      RecordComponent component = type.getRecordComponents()[0];
      Object value = context.readValue(parser, context.constructType(component.getGenericType()));
      try {
        Constructor<? extends Record> constructor =
            type.getDeclaredConstructor(component.getType());
        constructor.setAccessible(true);
        return constructor.newInstance(value);
      } catch (InvocationTargetException e) {
        throw context.instantiationException(type, e.getCause());
      } catch (ReflectiveOperationException e) {
        throw context.instantiationException(type, e);
      }
    }
  }
}
