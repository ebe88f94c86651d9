package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a page as JSON schema, in the dialect that the wire's clients read: fields in their order, all other keys
 * sorted, choices and small forms as references into {@code $defs}.
 */
public final class PageSchema {

  private final Definitions definitions;

  private PageSchema(Definitions definitions) {
    this.definitions = definitions;
  }

  /** A page without fields. */
  public static ObjectNode empty(String title) {
    return object(Json.object(), Json.mapper().createArrayNode(), title)
        .with("additionalProperties", false)
        .toTree();
  }

  static ObjectNode ofPage(AskedPage<?> page) {
    Definitions definitions = new Definitions();
    Schema schema =
        new PageSchema(definitions).page(page, page.title()).with("additionalProperties", false);
    if (!definitions.isEmpty()) {
      schema.with("$defs", definitions.toTree());
    }
    return schema.toTree();
  }

  static ObjectNode inside(AskedPage<?> form, Definitions definitions) {
    return new PageSchema(definitions).page(form, form.name()).toTree();
  }

  private Schema page(AskedPage<?> page, String title) {
    ObjectNode properties = Json.object();
    ArrayNode required = Json.mapper().createArrayNode();
    for (PagePart part : page.parts()) {
      switch (part) {
        case ShownField shown -> properties.set(shown.key(), shown.schema(definitions));
        case InputField field -> {
          properties.set(field.key(), property(field));
          if (field.isRequired()) {
            required.add(field.key());
          }
        }
      }
    }
    return object(properties, required, title);
  }

  private static Schema object(ObjectNode properties, ArrayNode required, String title) {
    Schema schema = Schema.ofType("object").with("properties", properties).with("title", title);
    return required.isEmpty() ? schema : schema.with("required", required);
  }

  private ObjectNode property(InputField field) {
    return switch (field.start().mode()) {
      case OPEN -> open(field).toTree();
      case READ_ONLY -> readOnly(field).toTree();
      case HIDDEN -> hidden(field);
    };
  }

  private Schema open(InputField field) {
    Schema schema = shownAs(field, field.start().nullable());
    JsonNode start = field.start().value();
    if (start != null && !(field.kind() instanceof SecretKind)) {
      schema.with("default", field.shown(start));
    }
    if (start != null
        && field.kind() instanceof ListKind list
        && !list.unique()
        && list.size() != null
        && list.size().least() == 0) {
      schema.with("minItems", 0);
    }
    return schema;
  }

  private Schema readOnly(InputField field) {
    if (field.kind() instanceof SecretKind) {
      return shownAs(field, false).with("readOnly", true);
    }
    JsonNode value = value(field);
    Schema schema = shownAs(field, value.isNull());
    ObjectNode uniforms = Json.object().put("disabled", true);
    uniforms.set("value", value);
    // an object or a list is compared by its parts
    if (value.isValueNode()) {
      schema.with("const", value);
    }
    return schema.with("default", value).with("readOnly", true).withUniforms(uniforms);
  }

  private static ObjectNode hidden(InputField field) {
    JsonNode value = value(field);
    boolean isText = value.isNull() || value.isString();
    return look(
            field,
            Schema.ofType("string", "hidden")
                .with("anyOf", orNull(Schema.ofType("string").toTree()))
                .with("default", isText ? value : Json.toTree(value.toString())),
            true)
        .toTree()
        .put("readOnly", true);
  }

  private static JsonNode value(InputField field) {
    JsonNode start = field.start().value();
    return start == null || field.kind() instanceof SecretKind
        ? Json.toTree(null)
        : field.shown(start);
  }

  private Schema shownAs(InputField field, boolean nullable) {
    Schema type = field.kind().schema(definitions);
    field.checks().limits().all().forEach(limit -> limit.addTo(type));
    boolean titled = !type.has("$ref") || field.look().titled();
    Schema shown = nullable ? Schema.empty().with("anyOf", orNull(type.toTree())) : type;
    return look(field, shown, titled);
  }

  private static Schema look(InputField field, Schema schema, boolean titled) {
    if (titled) {
      schema.with("title", field.look().title());
    }
    return field.look().help().isEmpty()
        ? schema
        : schema.with("description", field.look().help());
  }

  static ArrayNode orNull(@Nullable ObjectNode type) {
    return Json.mapper().createArrayNode().add(type).add(Schema.ofType("null").toTree());
  }
}
