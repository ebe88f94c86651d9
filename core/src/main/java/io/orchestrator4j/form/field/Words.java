package io.orchestrator4j.form.field;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Values as people read them where nothing more is known of them. */
public final class Words {

  private static final String BETWEEN = ", ";

  private Words() {}

  /** The words for a value; none for null. */
  public static String of(JsonNode value) {
    if (value.isNull()) {
      return "";
    }
    if (value.isBoolean()) {
      return value.booleanValue() ? "yes" : "no";
    }
    if (value.isArray()) {
      return value.valueStream().map(Words::of).collect(Collectors.joining(BETWEEN));
    }
    if (value.isObject()) {
      return value
          .propertyStream()
          .map(property -> label(property.getKey()) + ": " + of(property.getValue()))
          .collect(Collectors.joining(BETWEEN));
    }
    return value.asString();
  }

  /** The label of a key that has none: its words, each with a capital. */
  public static String label(String key) {
    StringBuilder label = new StringBuilder();
    for (String word : key.split("_", -1)) {
      label.append(label.isEmpty() ? "" : " ").append(capital(word));
    }
    return label.toString();
  }

  /** A name that begins with a capital. */
  public static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
