package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/**
 * A list of tasks that must all be done before the page is accepted. It is stored as {@code true}.
 *
 * @param tasks as clients read them; empty where there are none
 */
public record AcceptKind(ArrayNode tasks) implements FieldKind {

  private static final String ACCEPTED = "ACCEPTED";
  private static final String INCOMPLETE = "INCOMPLETE";

  @Override
  public Converted convert(JsonNode sent) {
    return switch (sent.isBoolean() ? shown(sent).stringValue() : sent.asString("")) {
      case ACCEPTED -> Converted.value(BooleanNode.TRUE);
      case INCOMPLETE -> Converted.wrong(FieldError.ofRule("Not all tasks are done", sent));
      default -> {
        String expected = "'%s' or '%s'".formatted(ACCEPTED, INCOMPLETE);
        yield Converted.wrong(FieldError.of(
            "enum", "Input should be " + expected, sent, "expected", StringNode.valueOf(expected)));
      }
    };
  }

  @Override
  public Schema schema(Definitions definitions) {
    ArrayNode values = Json.mapper().createArrayNode().add(ACCEPTED).add(INCOMPLETE);
    Schema schema = Schema.ofType("string", "accept").with("enum", values);
    return tasks.isEmpty() ? schema : schema.with("data", tasks);
  }

  @Override
  public JsonNode shown(JsonNode stored) {
    return StringNode.valueOf(stored.asBoolean(false) ? ACCEPTED : INCOMPLETE);
  }

  @Override
  public JsonNode repeatable(JsonNode sent) {
    return sent.isBoolean() ? shown(sent) : sent;
  }
}
