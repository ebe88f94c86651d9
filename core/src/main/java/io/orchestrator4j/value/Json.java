package io.orchestrator4j.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategy;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.introspect.AnnotatedField;
import tools.jackson.databind.introspect.AnnotatedMethod;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything of ours that becomes JSON goes through here, so that a value reads the same in the State, in forms, on
 * the wire and in the database: snake-case keys, enum constants by their lower-case name ({@link JsonProperty} says
 * otherwise for both), dates and times as ISO-8601 text, decimals exact, null kept. Thread-safe.
 */
public final class Json {

  private static final JsonMapper MAPPER = JsonMapper.builder()
      .propertyNamingStrategy(new SnakeCaseNames())
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
      .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
      .enable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
      .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
      .disable(DateTimeFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
      .disable(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
      .disable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
      .disable(EnumFeature.READ_ENUMS_USING_TO_STRING)
      .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
      .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
      .changeDefaultPropertyInclusion(
          inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
      .addModule(module())
      .build();

  private Json() {}

  private static SimpleModule module() {
    SimpleModule module = new SimpleModule("orchestrator4j");
    module.setDeserializerModifier(new OneValueRecords.Reading());
    IpAddresses.addTo(module);
    return module;
  }

  /** The mapper itself, for those who stream or need its types; it must not be reconfigured by {@code rebuild()}. */
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /** A new empty object. */
  public static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /**
   * The JSON tree of a Java value (null becomes JSON null).
   *
   * @throws NotStorable if the value has no JSON form
   */
  public static JsonNode toTree(@Nullable Object value) {
    try {
      return MAPPER.valueToTree(value);
    } catch (JacksonException | IllegalArgumentException e) {
      throw NotStorable.of(value, e);
    } catch (StackOverflowError e) {
      throw NotStorable.endless(value);
    }
  }

  /**
   * A Java value of the given type, from a JSON tree.
   *
   * @throws NotConvertible if the tree does not fit the type
   */
  public static @Nullable Object fromTree(JsonNode tree, Type type) {
    try {
      return MAPPER.readerFor(MAPPER.constructType(type)).readValue(tree);
    } catch (JacksonException e) {
      throw NotConvertible.of(tree, type, e);
    }
  }

  /**
   * A Java value of the given class, from a JSON tree; null where the tree is JSON null.
   *
   * @throws NotConvertible if the tree does not fit the class
   */
  public static <T> @Nullable T fromTree(JsonNode tree, Class<T> type) {
    try {
      return MAPPER.treeToValue(tree, type);
    } catch (JacksonException e) {
      throw NotConvertible.of(tree, type, e);
    }
  }

  /** The compact text of a tree. */
  public static String write(JsonNode tree) {
    return MAPPER.writeValueAsString(tree);
  }

  /**
   * The tree that a JSON text stands for.
   *
   * @throws JacksonException if it is no JSON; the exception has the place
   */
  public static JsonNode read(String text) {
    return MAPPER.readTree(text);
  }

  /** {@link SnakeCase} for every property that has no explicit name. */
  private static final class SnakeCaseNames extends PropertyNamingStrategy {

    private static final long serialVersionUID = 1L;

    @Override
    public String nameForField(MapperConfig<?> config, AnnotatedField field, String defaultName) {
      return SnakeCase.of(defaultName);
    }

    @Override
    public String nameForGetterMethod(
        MapperConfig<?> config, AnnotatedMethod method, String defaultName) {
      return SnakeCase.of(defaultName);
    }

    @Override
    public String nameForSetterMethod(
        MapperConfig<?> config, AnnotatedMethod method, String defaultName) {
      return SnakeCase.of(defaultName);
    }

    @Override
    public String nameForConstructorParameter(
        MapperConfig<?> config, AnnotatedParameter parameter, String defaultName) {
      return SnakeCase.of(defaultName);
    }
  }
}
