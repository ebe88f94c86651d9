package io.orchestrator4j.cli.process;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** The labels by which people choose, and the values that they stand for. */
public final class ChoiceLabels {

  private ChoiceLabels() {}

  /** Puts values in the place of labels: in the answers of a page, which is described by its JSON schema. */
  public static void replace(ObjectNode answers, JsonNode page) {
    for (PageField field : PageField.of(page)) {
      JsonNode answer = answers.get(field.name());
      if (answer != null && !field.choices().isEmpty()) {
        answers.set(field.name(), value(answer, field.choices()));
      }
    }
  }

  private static JsonNode value(JsonNode answer, List<PageField.Choice> choices) {
    if (answer instanceof ArrayNode list) {
      ArrayNode values = list.arrayNode();
      list.forEach(each -> values.add(value(each, choices)));
      return values;
    }
    return choices.stream()
        .filter(choice -> choice.label().equals(answer.asString("")))
        .findFirst()
        .<JsonNode>map(choice -> StringNode.valueOf(choice.value()))
        .orElse(answer);
  }
}
