package io.orchestrator4j.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.orchestrator4j.value.Json;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class PageFieldTest {

  private static final JsonNode PAGE = Json.read("""
      {
        "$defs": {
          "Size": {"enum": ["s", "m"], "options": {"s": "Small", "m": "Medium"}, "type": "string"}
        },
        "properties": {
          "intro": {"format": "label", "title": "Read this", "type": "string", "readOnly": true},
          "name": {"title": "Name", "type": "string"},
          "amount": {"default": 3, "title": "Amount", "type": "integer"},
          "note": {"anyOf": [{"format": "long", "type": "string"}, {"type": "null"}], "default": null},
          "size": {"$ref": "#/$defs/Size"},
          "sizes": {"items": {"$ref": "#/$defs/Size"}, "title": "Sizes", "type": "array"}
        },
        "required": ["name", "size", "sizes"],
        "type": "object"
      }
      """);

  @Test
  void fieldsAreReadWithTypeRuleAndTitle() {
    assertThat(PageField.of(PAGE))
        .extracting(PageField::name, PageField::type, PageField::rule, PageField::title)
        .containsExactly(
            tuple("name", "text", "required", "Name"),
            tuple("amount", "whole number", "default 3", "Amount"),
            tuple("note", "text (long)", "optional", "note"),
            tuple("size", "text", "required; one of s (Small), m (Medium)", "size"),
            tuple("sizes", "list of text", "required; one of s (Small), m (Medium)", "Sizes"));
  }

  @Test
  void anExampleHasWhatIsRequired() {
    assertThat(Json.write(PageField.example(PageField.of(PAGE))))
        .isEqualTo("{\"name\":\"...\",\"size\":\"s\",\"sizes\":[\"s\"]}");
  }
}
