package io.orchestrator4j.form.field;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Yes or no. */
public record YesOrNoKind() implements FieldKind {

  private static final Set<String> YES = Set.of("true", "t", "yes", "y", "on", "1");
  private static final Set<String> NO = Set.of("false", "f", "no", "n", "off", "0");

  @Override
  public Converted convert(JsonNode sent) {
    if (sent.isBoolean()) {
      return Converted.value(sent);
    }
    if (!sent.isString() && !sent.isNumber()) {
      return Converted.wrong("bool_type", "Input should be a valid boolean", sent);
    }
    String text = sent.asString().toLowerCase(Locale.ROOT);
    return YES.contains(text) || NO.contains(text)
        ? Converted.value(BooleanNode.valueOf(YES.contains(text)))
        : Converted.wrong(
            "bool_parsing", "Input should be a valid boolean, unable to interpret input", sent);
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.ofType("boolean");
  }
}
