package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Writes a page as JSON schema, in the dialect that the wire's clients read: fields in their order,
 * all other keys sorted, choices as references into {@code $defs}.
 */
final class SchemaWriter {

  private static final String NULLABLE = "anyOf";

  private final Map<String, JsonNode> definitions = new TreeMap<>();

  private SchemaWriter() {}

  static <P extends Record> ObjectNode schema(PageDefinition<P> page, PageRules<P> rules) {
    return new SchemaWriter().page(page, rules);
  }

  /** The page of a workflow without a form. */
  static ObjectNode empty() {
    ObjectNode schema = Json.object();
    schema.put("additionalProperties", false);
    schema.putObject("properties");
    schema.put("title", "unknown");
    schema.put("type", "object");
    return schema;
  }

  private <P extends Record> ObjectNode page(PageDefinition<P> page, PageRules<P> rules) {
    ObjectNode properties = Json.object();
    ArrayNode required = Json.mapper().createArrayNode();
    for (PageDefinition.FieldDefinition field : page.fields()) {
      FieldRules<P, ?> rule = rules.of(field);
      properties.set(field.key(), property(field, rule));
      if (!field.isDisplayOnly() && start(field, rule) == null) {
        required.add(field.key());
      }
    }
    Map<String, JsonNode> schema = new TreeMap<>();
    if (!definitions.isEmpty()) {
      schema.put("$defs", sorted(definitions));
    }
    schema.put("additionalProperties", BooleanNode.FALSE);
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("title", StringNode.valueOf(rules.title()));
    schema.put("type", StringNode.valueOf("object"));
    return sorted(schema);
  }

  private static @Nullable JsonNode start(
      PageDefinition.FieldDefinition field, FieldRules<?, ?> rule) {
    return rule.value() == null ? field.defaultValue() : rule.value();
  }

  private ObjectNode property(PageDefinition.FieldDefinition field, FieldRules<?, ?> rule) {
    Map<String, JsonNode> property = new TreeMap<>();
    String title = rule.title() == null ? field.title() : rule.title();
    String help = rule.help() == null ? field.help() : rule.help();
    JsonNode start = start(field, rule);
    if (field.isDisplayOnly()) {
      return label(title, start == null ? StringNode.valueOf(title) : start);
    }
    FieldKind kind = PageAnswers.kind(field, rule);
    Map<String, JsonNode> type = type(kind, field, rule);
    boolean isReference = type.containsKey("$ref");
    if (field.component().nullable()) {
      ArrayNode either = Json.mapper().createArrayNode();
      either.add(sorted(type));
      either.add(sorted(Map.of("type", StringNode.valueOf("null"))));
      property.put(NULLABLE, either);
    } else {
      property.putAll(type);
    }
    if (!isReference || rule.title() != null || titled(field)) {
      property.put("title", StringNode.valueOf(title));
    }
    if (!help.isEmpty()) {
      property.put("description", StringNode.valueOf(help));
    }
    if (start != null) {
      property.put("default", start);
    }
    if (rule.isReadOnly() && start != null) {
      readOnly(property, start);
    }
    return sorted(property);
  }

  private static boolean titled(PageDefinition.FieldDefinition field) {
    Field declared = field.component().annotation(Field.class);
    return declared != null && !declared.title().isEmpty();
  }

  private static ObjectNode label(String title, JsonNode text) {
    ObjectNode label = Json.object();
    ArrayNode either = label.putArray(NULLABLE);
    either.addObject().put("type", "string");
    either.addObject().put("type", "null");
    label.set("default", text);
    label.put("format", "label");
    label.put("title", title);
    label.put("type", "string");
    label.put("readOnly", true);
    return label;
  }

  private static void readOnly(Map<String, JsonNode> property, JsonNode value) {
    ObjectNode shown = Json.object();
    shown.put("disabled", true);
    shown.set("value", value);
    property.put("const", value);
    property.put("extraProperties", shown);
    property.put("readOnly", BooleanNode.TRUE);
    property.put("uniforms", shown.deepCopy());
  }

  private Map<String, JsonNode> type(
      FieldKind kind, PageDefinition.FieldDefinition field, FieldRules<?, ?> rule) {
    Map<String, JsonNode> type = switch (kind) {
      case FieldKind.Text(boolean isLong) -> named("string", isLong ? "long" : "");
      case FieldKind.WholeNumber() -> named("integer", "");
      case FieldKind.DecimalNumber() -> named("number", "");
      case FieldKind.YesOrNo() -> named("boolean", "");
      case FieldKind.UniqueId() -> named("string", "uuid");
      case FieldKind.Date() -> named("string", "date");
      case FieldKind.DateTime _ -> named("string", "date-time");
      case FieldKind.Enumeration(String name, List<Option<String>> options) ->
        reference(name, options);
      case FieldKind.Chosen(String name) -> reference(name, rule.options());
      case FieldKind.Items(FieldKind item) -> items(item, field, rule);
      case FieldKind.Shown() -> named("string", "label");
    };
    field.limits().forEach(limit -> add(limit, kind instanceof FieldKind.Items, type));
    return type;
  }

  private Map<String, JsonNode> items(
      FieldKind item, PageDefinition.FieldDefinition field, FieldRules<?, ?> rule) {
    Map<String, JsonNode> list = named("array", "");
    PageDefinition.FieldDefinition unlimited = new PageDefinition.FieldDefinition(
        field.component(), item, field.title(), field.help(), null, List.of());
    list.put("items", sorted(type(item, unlimited, rule)));
    FieldRules.Items size = rule.items();
    if (size != null) {
      list.put("minItems", Json.toTree(size.least()));
      list.put("maxItems", Json.toTree(size.most()));
    }
    if (rule.isUnique()) {
      list.put("uniqueItems", BooleanNode.TRUE);
    }
    return list;
  }

  private static void add(Limits.Limit limit, boolean ofItems, Map<String, JsonNode> type) {
    switch (limit) {
      case Limits.Limit.AtLeast(int size) ->
        type.put(ofItems ? "minItems" : "minLength", Json.toTree(size));
      case Limits.Limit.AtMost(int size) ->
        type.put(ofItems ? "maxItems" : "maxLength", Json.toTree(size));
      case Limits.Limit.Matches(String pattern) -> type.put("pattern", StringNode.valueOf(pattern));
      case Limits.Limit.From(BigDecimal least, boolean inclusive) ->
        type.put(inclusive ? "minimum" : "exclusiveMinimum", BrokenLimits.number(least));
      case Limits.Limit.To(BigDecimal most, boolean inclusive) ->
        type.put(inclusive ? "maximum" : "exclusiveMaximum", BrokenLimits.number(most));
      case Limits.Limit.MailAddress() -> type.put("format", StringNode.valueOf("email"));
      case Limits.Limit.Other _ -> {
        // explains itself when it is broken
      }
    }
  }

  private Map<String, JsonNode> reference(String name, List<Option<String>> options) {
    Map<String, JsonNode> definition = named("string", "");
    ArrayNode values = Json.mapper().createArrayNode();
    Map<String, JsonNode> labels = new TreeMap<>();
    for (Option<String> option : options) {
      values.add(option.value());
      labels.put(option.value(), StringNode.valueOf(option.label()));
    }
    definition.put("enum", values);
    if (options.stream().anyMatch(option -> !option.label().equals(option.value()))) {
      definition.put("options", sorted(labels));
    }
    definition.put("title", StringNode.valueOf(name));
    definitions.put(name, sorted(definition));
    Map<String, JsonNode> reference = new TreeMap<>();
    reference.put("$ref", StringNode.valueOf("#/$defs/" + name));
    return reference;
  }

  private static Map<String, JsonNode> named(String type, String format) {
    Map<String, JsonNode> schema = new TreeMap<>();
    schema.put("type", StringNode.valueOf(type));
    if (!format.isEmpty()) {
      schema.put("format", StringNode.valueOf(format));
    }
    return schema;
  }

  private static ObjectNode sorted(Map<String, JsonNode> keys) {
    ObjectNode object = Json.object();
    new TreeMap<>(keys).forEach(object::set);
    return object;
  }
}
