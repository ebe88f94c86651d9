package io.orchestrator4j.subscription;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Collection;
import tools.jackson.databind.JsonNode;

/**
 * A value that a field is to have, in the form in which the field is stored.
 *
 * @param item whether it is one item of the list that the field holds
 */
record WantedValue(JsonNode node, boolean item) {

  /**
   * The value of a condition for a field of this type.
   *
   * @throws NotUsable if the field can never have it
   */
  static WantedValue of(Restriction.Where where, Type type) {
    JsonNode given = Json.toTree(where.value());
    boolean item = isCollection(type) && !given.isArray() && !given.isNull();
    Type wanted = item ? ((ParameterizedType) type).getActualTypeArguments()[0] : type;
    try {
      return new WantedValue(
          given.isNull() ? given : Json.toTree(Json.fromTree(given, wanted)), item);
    } catch (NotConvertible e) {
      throw NotUsable.UnknownPath.unfit(where.path(), e);
    }
  }

  private static boolean isCollection(Type type) {
    return type instanceof ParameterizedType generic
        && generic.getRawType() instanceof Class<?> raw
        && Collection.class.isAssignableFrom(raw);
  }
}
