package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A small form inside a page. */
public record RecordKind(AskedPage<?> form) implements FieldKind {

  @Override
  public Converted convert(JsonNode sent) {
    return sent instanceof ObjectNode object ? answer(form, object) : noObject(form.name(), sent);
  }

  /** The error of a value that is no object. */
  static Converted noObject(String name, JsonNode sent) {
    return Converted.wrong(FieldError.of(
        "model_type",
        "Input should be a valid dictionary or instance of " + name,
        sent,
        "class_name",
        StringNode.valueOf(name)));
  }

  private static <P> Converted answer(AskedPage<P> form, ObjectNode sent) {
    return switch (form.answerInside(sent)) {
      case Answered.Right<P>(P page) -> Converted.value(form.assembly().stored(page));
      case Answered.Refused<P>(List<FieldError> errors) -> new Converted.Wrong(errors);
    };
  }

  @Override
  public Schema schema(Definitions definitions) {
    return Schema.reference(definitions.add(form.name(), PageSchema.inside(form, definitions)));
  }

  @Override
  public JsonNode shown(JsonNode stored) {
    if (!stored.isObject()) {
      return stored;
    }
    ObjectNode shown = Json.object();
    for (InputField field : form.inputs()) {
      JsonNode value = stored.get(field.key());
      if (value != null && !(field.kind() instanceof SecretKind)) {
        shown.set(field.key(), field.shown(value));
      }
    }
    return shown;
  }

  @Override
  public String words(JsonNode stored) {
    return form.inputs().stream()
        .filter(field -> stored.hasNonNull(field.key()))
        .map(field -> field.look().title() + ": " + field.words(stored.get(field.key())))
        .collect(Collectors.joining(", "));
  }

  @Override
  public JsonNode repeatable(JsonNode sent) {
    return sent instanceof ObjectNode object ? form.repeatable(object) : sent;
  }
}
