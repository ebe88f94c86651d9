package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Several of a kind.
 *
 * @param itemLimits what each item is held to
 * @param size how many there must be; null where that is not said
 * @param unique whether they must differ
 * @param hints further keys of the schema
 */
public record ListKind(
    FieldKind item,
    List<Limit> itemLimits,
    @Nullable Size size,
    boolean unique,
    Map<String, String> hints)
    implements FieldKind {

  public ListKind {
    itemLimits = List.copyOf(itemLimits);
    hints = Map.copyOf(hints);
  }

  /** A list of any size. */
  public static ListKind of(FieldKind item) {
    return new ListKind(item, List.of(), null, false, Map.of());
  }

  /** How many items. */
  public record Size(int least, int most) {}

  @Override
  public Converted convert(JsonNode sent) {
    if (!sent.isArray()) {
      return Converted.wrong("list_type", "Input should be a valid list", sent);
    }
    ArrayNode items = Json.mapper().createArrayNode();
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      int number = i;
      switch (item.convert(sent.get(i))) {
        case Converted.Value(JsonNode stored) -> items.add(stored);
        case Converted.Wrong(List<FieldError> wrong) ->
          wrong.forEach(error -> errors.add(error.in(number)));
      }
    }
    return errors.isEmpty() ? checked(items, sent) : new Converted.Wrong(errors);
  }

  private Converted checked(ArrayNode items, JsonNode sent) {
    if (size != null && items.size() < size.least()) {
      return Converted.wrong(LimitErrors.tooShort(size.least(), items.size(), unique, sent));
    }
    if (size != null && items.size() > size.most()) {
      return Converted.wrong(LimitErrors.tooLong(size.most(), items.size(), unique, sent));
    }
    Set<JsonNode> different = new HashSet<>();
    items.forEach(different::add);
    return unique && different.size() < items.size()
        ? Converted.wrong("unique_list", "List must be unique", sent)
        : Converted.value(items);
  }

  @Override
  public Schema schema(Definitions definitions) {
    Schema items = item.schema(definitions);
    itemLimits.forEach(limit -> limit.addTo(items));
    Schema list = Schema.ofType("array").with("items", items.toTree());
    if (size != null && size.least() > 0) {
      list.with("minItems", size.least());
    }
    if (size != null && size.most() < Integer.MAX_VALUE) {
      list.with("maxItems", size.most());
    }
    if (unique) {
      list.with("uniqueItems", true);
    }
    hints.forEach(list::with);
    return list;
  }

  @Override
  public JsonNode shown(JsonNode stored) {
    return each(stored, item::shown);
  }

  @Override
  public JsonNode repeatable(JsonNode sent) {
    return each(sent, item::repeatable);
  }

  private static JsonNode each(JsonNode list, UnaryOperator<JsonNode> form) {
    if (!list.isArray()) {
      return list;
    }
    ArrayNode items = Json.mapper().createArrayNode();
    list.forEach(value -> items.add(form.apply(value)));
    return items;
  }

  @Override
  public String words(JsonNode stored) {
    String between = item instanceof RecordKind ? "; " : ", ";
    return stored.valueStream().map(item::words).collect(Collectors.joining(between));
  }
}
