package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The answers of one page on their way to its record: each field converted and held to its limits,
 * then the rules of the fields, then the record, then the rules of the page. All errors of the fields
 * come together, in the order of the fields.
 */
final class PageAnswers<P extends Record> {

  private final PageDefinition<P> page;
  private final PageRules<P> rules;
  private final ObjectNode input;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final Map<String, List<FieldError>> errors = new LinkedHashMap<>();

  PageAnswers(PageDefinition<P> page, PageRules<P> rules, ObjectNode input) {
    this.page = page;
    this.rules = rules;
    this.input = input;
  }

  /** The record. */
  P read() {
    page.fields().forEach(this::readField);
    Answers<P> answers = new Answers<>(values, wrong());
    page.fields().forEach(field -> applyRules(field, answers));
    List<FieldError> found = new ArrayList<>();
    errors.values().forEach(found::addAll);
    refuseUnknown(found);
    refuse(found);
    P record = record();
    refuse(rules.checks().stream()
        .map(check -> message(check, record))
        .flatMap(List::stream)
        .map(this::ofPage)
        .toList());
    return record;
  }

  private void readField(PageDefinition.FieldDefinition field) {
    FieldRules<P, ?> rule = rules.of(field);
    String name = field.component().name();
    if (field.isDisplayOnly()) {
      values.put(name, null);
      return;
    }
    JsonNode given = input.get(field.key());
    JsonNode start = rule.value() == null ? field.defaultValue() : rule.value();
    if (given == null && start == null) {
      wrong(field, List.of(FieldError.of("missing", "field required", input)));
      return;
    }
    JsonNode sent = given != null ? given : Objects.requireNonNull(start);
    if (rule.isReadOnly() && start != null && !start.equals(sent)) {
      wrong(field, List.of(notTheOnly(start, sent)));
    } else if (sent.isNull() && field.component().nullable()) {
      values.put(name, null);
    } else {
      convert(field, rule, sent);
    }
  }

  private void convert(PageDefinition.FieldDefinition field, FieldRules<P, ?> rule, JsonNode sent) {
    switch (Conversion.convert(kind(field, rule), sent, rule.options())) {
      case Conversion.Result.Wrong(List<FieldError> wrong) -> wrong(field, wrong);
      case Conversion.Result.Value(JsonNode value) -> accept(field, rule, sent, value);
    }
  }

  private void accept(
      PageDefinition.FieldDefinition field,
      FieldRules<P, ?> rule,
      JsonNode sent,
      JsonNode converted) {
    try {
      Object value = Json.fromTree(converted, field.component().type());
      List<FieldError> broken = BrokenLimits.of(page.type(), field, rule, value, sent);
      if (broken.isEmpty()) {
        values.put(field.component().name(), value);
      } else {
        wrong(field, broken);
      }
    } catch (NotConvertible e) {
      wrong(field, List.of(FieldError.ofRule("Input is out of range for this field", sent)));
    }
  }

  static FieldKind kind(PageDefinition.FieldDefinition field, FieldRules<?, ?> rule) {
    if (!rule.offersChoices()) {
      return field.kind();
    }
    String name = Character.toUpperCase(field.component().name().charAt(0))
        + field.component().name().substring(1);
    return field.kind() instanceof FieldKind.Items
        ? new FieldKind.Items(new FieldKind.Chosen(name))
        : new FieldKind.Chosen(name);
  }

  private static FieldError notTheOnly(JsonNode only, JsonNode sent) {
    String expected = only.isString() ? "'" + only.stringValue() + "'" : only.toString();
    return FieldError.of(
        "literal_error",
        "Input should be " + expected,
        sent,
        "expected",
        StringNode.valueOf(expected));
  }

  private void wrong(PageDefinition.FieldDefinition field, List<FieldError> found) {
    errors
        .computeIfAbsent(field.component().name(), _ -> new ArrayList<>())
        .addAll(found.stream().map(error -> error.in(field.key())).toList());
  }

  private Set<String> wrong() {
    return new HashSet<>(errors.keySet());
  }

  private void applyRules(PageDefinition.FieldDefinition field, Answers<P> answers) {
    String name = field.component().name();
    if (!values.containsKey(name)) {
      errors.computeIfAbsent(name, _ -> new ArrayList<>());
      return;
    }
    errors.put(name, broken(field, rules.of(field), answers));
  }

  private List<FieldError> broken(
      PageDefinition.FieldDefinition field, FieldRules<P, ?> rule, Answers<P> answers) {
    Object value = values.get(field.component().name());
    JsonNode sent = input.has(field.key()) ? input.get(field.key()) : Json.toTree(value);
    String message = rule.complaint(value, answers);
    return message == null
        ? List.of()
        : List.of(FieldError.ofRule(message, sent).in(field.key()));
  }

  private List<String> message(Function<P, @Nullable String> check, P record) {
    String message = check.apply(record);
    return message == null ? List.of() : List.of(message);
  }

  private void refuseUnknown(List<FieldError> found) {
    Set<String> known = new HashSet<>();
    page.fields().forEach(field -> known.add(field.key()));
    input.forEachEntry((key, value) -> {
      if (!known.contains(key)) {
        found.add(FieldError.of("extra_forbidden", "Extra inputs are not permitted", value)
            .in(key));
      }
    });
  }

  private P record() {
    try {
      return RecordComponents.create(
          page.type(),
          page.fields().stream()
              .map(field -> values.get(field.component().name()))
              .toArray());
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      refuse(List.of(ofPage(message == null ? "The page is refused" : message)));
      throw e;
    }
  }

  private FieldError ofPage(String message) {
    return FieldError.ofRule(message, input).in(FieldError.ROOT);
  }

  private void refuse(List<FieldError> found) {
    if (!found.isEmpty()) {
      throw new FormInterruption(
          new FormInterruption.Reason.Refused(new InvalidPage(page.type().getSimpleName(), found)));
    }
  }
}
