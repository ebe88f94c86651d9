package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * One of several values. On the wire they are texts, whatever they are when they are stored.
 *
 * @param name what the list of values is called in the schema
 * @param format how it is chosen or what it is, such as {@code radio}; empty for a plain drop-down
 */
public record ChoiceKind(String name, String format, List<Offer> offers) implements FieldKind {

  private static final String RADIO = "radio";

  public ChoiceKind {
    Map<String, Offer> different = new LinkedHashMap<>();
    offers.forEach(offer -> different.putIfAbsent(offer.text(), offer));
    offers = List.copyOf(different.values());
  }

  /**
   * One of the values.
   *
   * @param stored in its stored form, which has a text
   * @param label what people read
   */
  public record Offer(JsonNode stored, String label) {

    String text() {
      return stored.asString();
    }
  }

  @Override
  public Converted convert(JsonNode sent) {
    Optional<Offer> chosen = offer(sent);
    if (chosen.isPresent()) {
      return Converted.value(chosen.get().stored());
    }
    if (offers.isEmpty()) {
      return Converted.wrong("enum", "There is nothing to choose from", sent);
    }
    String expected =
        expected(offers.stream().map(offer -> "'" + offer.text() + "'").toList());
    return Converted.wrong(FieldError.of(
        "enum", "Input should be " + expected, sent, "expected", StringNode.valueOf(expected)));
  }

  private Optional<Offer> offer(JsonNode value) {
    return value.isValueNode() && !value.isNull()
        ? offers.stream().filter(offer -> offer.text().equals(value.asString())).findFirst()
        : Optional.empty();
  }

  /** A list of values, in the wire's words. */
  static String expected(List<String> values) {
    if (values.size() < 2) {
      return String.join("", values);
    }
    return values.stream().limit(values.size() - 1L).collect(Collectors.joining(", ")) + " or "
        + values.getLast();
  }

  @Override
  public Schema schema(Definitions definitions) {
    Schema reference = Schema.reference(definitions.add(name, definition()));
    return format.isEmpty() ? reference : reference.with("format", format);
  }

  private ObjectNode definition() {
    ArrayNode values = Json.mapper().createArrayNode();
    Map<String, String> labels = new TreeMap<>();
    for (Offer offer : offers) {
      values.add(offer.text());
      labels.put(offer.text(), offer.label());
    }
    Schema definition = Schema.ofType("string").with("enum", values).with("title", name);
    boolean labelled = offers.stream().anyMatch(offer -> !offer.label().equals(offer.text()));
    // buttons to choose with are only drawn for labels
    if (labelled || format.equals(RADIO)) {
      definition.with("options", Json.toTree(labels));
    }
    return definition.toTree();
  }

  @Override
  public JsonNode shown(JsonNode stored) {
    return stored.isValueNode() && !stored.isNull()
        ? StringNode.valueOf(stored.asString())
        : stored;
  }

  @Override
  public String words(JsonNode stored) {
    return offer(stored).map(Offer::label).orElseGet(() -> Words.of(stored));
  }
}
