package io.orchestrator4j.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.value.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

final class ChoiceLabelsTest {

  private static final JsonNode PAGE = Json.read("""
      {"$defs": {"Group": {"enum": ["7", "9"], "options": {"7": "ops", "9": "sales"}}},
       "properties": {
         "group": {"$ref": "#/$defs/Group"},
         "groups": {"type": "array", "items": {"$ref": "#/$defs/Group"}},
         "name": {"type": "string"}}}
      """);

  @Test
  void aLabelStandsForItsValue() {
    assertThat(replaced("{'group':'sales','groups':['ops','9'],'name':'ops'}"))
        .isEqualTo(Json.read("{\"group\":\"9\",\"groups\":[\"7\",\"9\"],\"name\":\"ops\"}"));
  }

  @Test
  void whatIsNoLabelStays() {
    assertThat(replaced("{'group':'research','other':1}"))
        .isEqualTo(Json.read("{\"group\":\"research\",\"other\":1}"));
  }

  private static ObjectNode replaced(String answers) {
    ObjectNode page = (ObjectNode) Json.read(answers.replace('\'', '"'));
    ChoiceLabels.replace(page, PAGE);
    return page;
  }
}
