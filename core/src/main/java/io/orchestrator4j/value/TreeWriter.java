package io.orchestrator4j.value;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;

/**
 * Makes JSON trees as {@link Json} does, with attributes by which serializers know what somebody wants of them.
 * Thread-safe; worth keeping.
 */
public final class TreeWriter {

  private final ObjectWriter writer;

  private TreeWriter(ObjectWriter writer) {
    this.writer = writer;
  }

  /** A writer with one attribute. */
  public static <T> TreeWriter with(Class<T> attribute, T value) {
    return new TreeWriter(Json.mapper().writer().withAttributes(Map.of(attribute, value)));
  }

  /** The same with one more attribute. */
  public <T> TreeWriter and(Class<T> attribute, T value) {
    return new TreeWriter(writer.withAttribute(attribute, value));
  }

  /**
   * The JSON tree of a Java value (null becomes JSON null).
   *
   * @throws NotStorable if the value has no JSON form
   */
  public JsonNode toTree(@Nullable Object value) {
    try {
      return writer.valueToTree(value);
    } catch (JacksonException | IllegalArgumentException e) {
      throw NotStorable.of(value, e);
    } catch (StackOverflowError e) {
      throw NotStorable.endless(value);
    }
  }
}
