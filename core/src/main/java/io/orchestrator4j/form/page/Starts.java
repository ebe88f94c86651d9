package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.ChoiceKind;
import io.orchestrator4j.form.field.Converted;
import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.ListKind;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.StringNode;

/** What fields begin with. */
final class Starts {

  private final CustomerOffers customers;

  Starts(CustomerOffers customers) {
    this.customers = customers;
  }

  /** What a field begins with, not yet converted; null where it must be filled in. */
  @Nullable
  JsonNode of(FieldDefinition field, Said said) {
    boolean nullable = field.component().nullable();
    if (said.hasValue && (said.value != null || nullable)) {
      return Stored.of(said.value);
    }
    if (field.defaultText() != null) {
      return written(field.defaultText(), field.isList());
    }
    if (nullable) {
      return Json.toTree(null);
    }
    return switch (field.declared()) {
      case Declared.Accepting() -> BooleanNode.FALSE;
      case Declared.OfCustomers() -> onlyCustomer(said);
      case Declared.Value _,
          Declared.Choose _,
          Declared.Picked _,
          Declared.Many _,
          Declared.Contacts _,
          Declared.Small _,
          Declared.Shows _ -> null;
    };
  }

  private @Nullable JsonNode onlyCustomer(Said said) {
    List<ChoiceKind.Offer> offers = customers.of(said);
    return offers.size() == 1 ? offers.getFirst().stored() : null;
  }

  /** What an annotation says in text; a list is written as JSON. */
  private static JsonNode written(String text, boolean isList) {
    try {
      return isList ? Json.read(text) : StringNode.valueOf(text);
    } catch (JacksonException _) {
      return StringNode.valueOf(text);
    }
  }

  /** What a field begins with in its stored form; what does not fit stays as it is, and is refused as an answer. */
  static @Nullable JsonNode converted(FieldKind kind, @Nullable JsonNode start) {
    return start != null
            && !start.isNull()
            && kind.convert(start) instanceof Converted.Value(JsonNode stored)
        ? stored
        : start;
  }

  /** Why the default that a component declares does not fit, as far as that is known before the page is asked. */
  static Optional<String> complaint(FieldDefinition field) {
    String text = field.defaultText();
    Optional<FieldKind> kind = switch (field.declared()) {
      case Declared.Value(FieldKind known) -> Optional.of(known);
      case Declared.Many(Declared.Value(FieldKind known), var _) -> Optional.of(ListKind.of(known));
      case Declared.Many _,
          Declared.Choose _,
          Declared.OfCustomers _,
          Declared.Accepting _,
          Declared.Picked _,
          Declared.Contacts _,
          Declared.Small _,
          Declared.Shows _ -> Optional.empty();
    };
    return text != null
            && kind.isPresent()
            && kind.get().convert(written(text, field.isList()))
                instanceof Converted.Wrong(var errors)
        ? Optional.of(errors.getFirst().message())
        : Optional.empty();
  }
}
