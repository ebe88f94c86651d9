package io.orchestrator4j.form.field;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers of one page on their way to its record: each field converted and held to its limits, then the rules of
 * the fields, then the record, then the rules of the page. All errors of the fields come together, in the order of the
 * fields.
 */
final class PageAnswers<P> {

  private final AskedPage<P> page;
  private final ObjectNode input;
  private final ObjectNode shown;
  private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
  private final Map<String, List<FieldError>> errors = new LinkedHashMap<>();

  PageAnswers(AskedPage<P> page, ObjectNode input) {
    this.page = page;
    this.input = input;
    this.shown = page.repeatable(input);
  }

  /**
   * What they become.
   *
   * @param strict whether keys that the page does not have are refused
   */
  Answered<P> read(boolean strict) {
    page.parts().forEach(this::read);
    applyRules();
    List<FieldError> found = new ArrayList<>();
    errors.values().forEach(found::addAll);
    if (strict) {
      refuseUnknown(found);
    }
    return found.isEmpty() ? assembled() : new Answered.Refused<>(found);
  }

  private void read(PagePart part) {
    switch (part) {
      case ShownField field -> readShown(field);
      case InputField field -> readInput(field);
    }
  }

  private void readShown(ShownField field) {
    String model = field.model();
    if (model != null
        && input.has(field.key())
        && RecordKind.noObject(model, Json.toTree(null)) instanceof Converted.Wrong(var wrong)) {
      wrong(field, wrong);
    } else {
      values.put(field.component(), null);
    }
  }

  private void readInput(InputField field) {
    JsonNode given = field.start().mode() == InputField.Mode.HIDDEN ? null : input.get(field.key());
    JsonNode sent = given == null ? field.start().value() : given;
    if (sent == null) {
      wrong(field, List.of(FieldError.of("missing", "field required", shown)));
    } else if (sent.isNull() && field.start().nullable() && mayBe(field, sent)) {
      values.put(field.component(), null);
    } else {
      convert(field, sent);
    }
  }

  private static boolean mayBe(InputField field, JsonNode sent) {
    return field.start().mode() != InputField.Mode.READ_ONLY
        || sent.equals(field.start().value());
  }

  private void convert(InputField field, JsonNode sent) {
    switch (field.kind().convert(sent)) {
      case Converted.Wrong(List<FieldError> wrong) -> wrong(field, shown(field, sent, wrong));
      case Converted.Value(JsonNode stored) -> {
        List<FieldError> changed = changed(field, stored, sent);
        if (changed.isEmpty()) {
          accept(field, stored, sent);
        } else {
          wrong(field, shown(field, sent, changed));
        }
      }
    }
  }

  /** The error of another value than the one that cannot be changed. */
  private static List<FieldError> changed(InputField field, JsonNode stored, JsonNode sent) {
    JsonNode start = field.start().value();
    if (field.start().mode() != InputField.Mode.READ_ONLY
        || start == null
        || sent.equals(start)
        || (field.kind().convert(start) instanceof Converted.Value(JsonNode only)
            && only.equals(stored))) {
      return List.of();
    }
    return List.of(
        start.isArray()
            ? FieldError.ofRule("Cannot change values for a readonly list", sent)
            : LiteralKind.other(List.of(field.shown(start)), sent));
  }

  private void accept(InputField field, JsonNode stored, JsonNode sent) {
    try {
      Object value = Json.fromTree(stored, field.type());
      List<FieldError> broken = broken(field, value, sent);
      if (broken.isEmpty()) {
        values.put(field.component(), value);
      } else {
        wrong(field, shown(field, sent, broken));
      }
    } catch (NotConvertible e) {
      FieldError outOfRange = FieldError.ofRule("Input is out of range for this field", sent);
      wrong(field, shown(field, sent, List.of(outOfRange)));
    }
  }

  private static List<FieldError> broken(InputField field, @Nullable Object value, JsonNode sent) {
    List<FieldError> found = new ArrayList<>();
    for (BrokenLimit broken : field.checks().limits().broken(value)) {
      Integer item = broken.item();
      if (item == null) {
        found.add(LimitErrors.of(broken.limit(), value, field.isUnique(), sent));
      } else {
        Object part = value instanceof List<?> list ? list.get(item) : value;
        found.add(LimitErrors.of(broken.limit(), part, false, sent.get(item)).in(item));
      }
    }
    return found;
  }

  private static List<FieldError> shown(InputField field, JsonNode sent, List<FieldError> found) {
    JsonNode repeatable = field.repeatable(sent);
    return found.stream().map(error -> error.showing(repeatable)).toList();
  }

  private void wrong(PagePart part, List<FieldError> found) {
    errors
        .computeIfAbsent(part.component(), _ -> new ArrayList<>())
        .addAll(found.stream().map(error -> error.in(part.key())).toList());
  }

  private void applyRules() {
    Set<String> wrong = new HashSet<>(errors.keySet());
    for (PagePart part : page.parts()) {
      // in its place, so that errors stay in the order of the fields
      List<FieldError> found = errors.remove(part.component());
      if (found != null) {
        errors.put(part.component(), found);
      } else if (part instanceof InputField field) {
        applyRule(field, wrong);
      }
    }
  }

  private void applyRule(InputField field, Set<String> wrong) {
    Object value = values.get(field.component());
    String message = field.checks().rule().complaint(value, values, wrong);
    if (message != null) {
      JsonNode sent = input.get(field.key());
      JsonNode start = sent == null ? field.start().value() : sent;
      JsonNode given = start == null ? Json.toTree(null) : start;
      wrong(field, shown(field, given, List.of(FieldError.ofRule(message, given))));
    }
  }

  private void refuseUnknown(List<FieldError> found) {
    Set<String> known = new HashSet<>();
    page.parts().forEach(part -> known.add(part.key()));
    input.forEachEntry((key, value) -> {
      if (!known.contains(key)) {
        found.add(FieldError.of("extra_forbidden", "Extra inputs are not permitted", value)
            .in(key));
      }
    });
  }

  private Answered<P> assembled() {
    P assembled;
    try {
      assembled = page.assembly().of(values);
    } catch (IllegalArgumentException e) {
      String message = e.getMessage();
      return new Answered.Refused<>(
          List.of(ofPage(message == null ? "The page is refused" : message)));
    }
    List<FieldError> found = new ArrayList<>();
    for (Function<P, @Nullable String> check : page.checks()) {
      String message = check.apply(assembled);
      if (message != null) {
        found.add(ofPage(message));
      }
    }
    return found.isEmpty() ? new Answered.Right<>(assembled) : new Answered.Refused<>(found);
  }

  private FieldError ofPage(String message) {
    return FieldError.ofRule(message, shown).in(FieldError.ROOT);
  }
}
