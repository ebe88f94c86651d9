package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Something that is only shown; what clients send for it means nothing.
 *
 * @param title its label; empty where it has none
 */
public record ShownField(String component, String key, String title, Content content)
    implements PagePart {

  /** What is shown. */
  public sealed interface Content {

    record Label(String text) implements Content {}

    record Divider() implements Content {}

    record Callout(String header, String message, String icon, String look) implements Content {}

    record Markdown(String text, String look) implements Content {}

    record Subscription(JsonNode id) implements Content {}

    record Table(SummaryTable table) implements Content {}

    /** The words on the buttons below the page. */
    record Buttons(String previous, String next) implements Content {}
  }

  /** The schema's type of values that nobody may send; null where they are ignored. */
  @Nullable
  String model() {
    return switch (content) {
      case Content.Callout _ -> "CalloutValue";
      case Content.Markdown _ -> "MarkdownValue";
      case Content.Table _ -> "MigrationSummaryValue";
      case Content.Label _, Content.Divider _, Content.Subscription _, Content.Buttons _ -> null;
    };
  }

  ObjectNode schema(Definitions definitions) {
    if (content instanceof Content.Buttons(String previous, String next)) {
      return buttons(previous, next, definitions);
    }
    Schema schema = content(definitions).with("type", "string");
    if (!title.isEmpty()) {
      schema.with("title", title);
    }
    // the one key that is not in the order of the alphabet
    return schema.toTree().put("readOnly", true);
  }

  private Schema content(Definitions definitions) {
    return switch (content) {
      case Content.Label(String text) -> optional("label", StringNode.valueOf(text));
      case Content.Divider() -> optional("divider", Json.toTree(null));
      case Content.Subscription(JsonNode id) ->
        Schema.empty().with("format", "subscription").with("default", id);
      case Content.Callout(String header, String message, String icon, String look) ->
        model("callout", definitions)
            .with(
                "default",
                Json.object()
                    .put("header", header)
                    .put("message", message)
                    .put("icon_type", icon)
                    .put("message_type", look));
      case Content.Markdown(String text, String look) ->
        model("markdown", definitions)
            .with("default", Json.object().put("content", text).put("color", look));
      case Content.Table(SummaryTable table) -> {
        ObjectNode uniforms = Json.object();
        uniforms.set("data", table.toTree());
        yield model("summary", definitions)
            .with("default", Json.toTree(null))
            .withUniforms(uniforms);
      }
      case Content.Buttons _ -> Schema.empty();
    };
  }

  private static Schema optional(String format, JsonNode text) {
    return Schema.empty()
        .with("anyOf", PageSchema.orNull(Schema.ofType("string").toTree()))
        .with("format", format)
        .with("default", text);
  }

  private Schema model(String format, Definitions definitions) {
    String name = String.valueOf(model());
    String reference = definitions.add(name, object(name, Json.object()));
    return Schema.reference(reference).with("format", format);
  }

  private static ObjectNode object(String name, ObjectNode properties) {
    return Schema.ofType("object")
        .with("properties", properties)
        .with("title", name)
        .toTree();
  }

  private static ObjectNode buttons(String previous, String next, Definitions definitions) {
    ObjectNode words = Json.object();
    words.set(
        "text",
        Schema.empty()
            .with("anyOf", PageSchema.orNull(Schema.ofType("string").toTree()))
            .with("default", Json.toTree(null))
            .with("title", "Text")
            .toTree());
    String button = definitions.add("ButtonConfig", object("ButtonConfig", words));
    ObjectNode both = Json.object();
    for (String name : List.of("previous", "next")) {
      both.set(name, Schema.reference(button).toTree());
    }
    ObjectNode texts = Json.object();
    texts.set("previous", text(previous));
    texts.set("next", text(next));
    return Schema.reference(definitions.add("Buttons", object("Buttons", both)))
        .with("default", texts)
        .toTree();
  }

  private static ObjectNode text(String words) {
    return words.isEmpty() ? Json.object() : Json.object().put("text", words);
  }
}
