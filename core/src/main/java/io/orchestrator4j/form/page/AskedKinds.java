package io.orchestrator4j.form.page;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.AcceptKind;
import io.orchestrator4j.form.field.ChoiceKind;
import io.orchestrator4j.form.field.FieldKind;
import io.orchestrator4j.form.field.IdKind;
import io.orchestrator4j.form.field.InputField;
import io.orchestrator4j.form.field.ListKind;
import io.orchestrator4j.form.field.LiteralKind;
import io.orchestrator4j.form.field.RecordKind;
import io.orchestrator4j.form.field.TextKind;
import io.orchestrator4j.form.field.TimestampKind;
import io.orchestrator4j.form.field.Words;
import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What fields take and begin with, as their rules make it of what their components declare. */
final class AskedKinds {

  private static final ArrayNode NO_TASKS = Json.mapper().createArrayNode();
  private static final String PRODUCT = "productId";
  private static final String CUSTOMER = "customerId";

  private final CustomerOffers customers;
  private final Asking asking;

  AskedKinds(CustomerOffers customers, Asking asking) {
    this.customers = customers;
    this.asking = asking;
  }

  /** One field on its way. */
  private record Asked(
      String place,
      FieldDefinition field,
      Said said,
      @Nullable JsonNode start) {

    String choiceName() {
      return Words.capital(field.component().name());
    }
  }

  /**
   * What a field takes.
   *
   * @param start what it begins with
   */
  FieldKind of(String place, FieldDefinition field, Said said, @Nullable JsonNode start) {
    return of(field.declared(), new Asked(place, field, said, start));
  }

  private FieldKind of(Declared declared, Asked asked) {
    Said said = asked.said();
    return switch (declared) {
      case Declared.Value(FieldKind kind) -> value(kind, "", asked);
      case Declared.Choose(FieldKind kind, String format) -> choose(kind, format, asked);
      case Declared.OfCustomers() -> new ChoiceKind("CustomerChoice", CUSTOMER, customers.of(said));
      case Declared.Accepting() -> new AcceptKind(said.tasks == null ? NO_TASKS : said.tasks);
      case Declared.Picked(TimestampKind.Picker picker) ->
        new TimestampKind(picker, said.earliest, said.latest);
      case Declared.Many(Declared item, var limits) ->
        new ListKind(of(item, asked), limits, size(asked), said.isUnique, Map.of());
      case Declared.Contacts contacts -> contacts(contacts, asked);
      case Declared.Small(PageDefinition<?> form) -> new RecordKind(asking.small(form, said));
      case Declared.Shows _ -> throw new IllegalStateException("what is only shown takes nothing");
    };
  }

  private static FieldKind value(FieldKind kind, String format, Asked asked) {
    Said said = asked.said();
    if (said.choices != null) {
      return choice(kind, format, asked, said.choices);
    }
    if (said.only == null) {
      return kind;
    }
    List<JsonNode> only = said.only.stream().map(Stored::of).toList();
    return kind instanceof ChoiceKind(String name, String look, List<ChoiceKind.Offer> offers)
        ? new ChoiceKind(
            only.size() == offers.size() ? name : asked.choiceName(),
            look,
            offers.stream().filter(offer -> only.contains(offer.stored())).toList())
        : new LiteralKind(kind, only);
  }

  private static FieldKind choose(FieldKind kind, String format, Asked asked) {
    // nobody chooses what cannot be changed
    if (asked.said().choices == null
        && asked.said().only == null
        && asked.said().mode == InputField.Mode.OPEN) {
      throw new DefinitionProblem(
          asked.place(),
          "it is marked as a choice, but the form that asks it offers nothing",
          "Say from what is chosen, as in page.field(%s::%s).choices(...)"
              .formatted(
                  asked.place().replaceFirst("\\..*", ""),
                  asked.field().component().name()));
    }
    return value(kind, format, asked);
  }

  private static ChoiceKind choice(
      FieldKind kind, String format, Asked asked, Supplier<List<ChoiceKind.Offer>> choices) {
    boolean ofProducts = (kind instanceof IdKind(String id) && id.equals(PRODUCT))
        || (kind instanceof TextKind(String text) && text.equals(PRODUCT));
    return ofProducts
        ? new ChoiceKind("ProductChoice", PRODUCT, choices.get())
        : new ChoiceKind(
            asked.choiceName(),
            kind instanceof ChoiceKind constants ? constants.format() : format,
            choices.get());
  }

  private static ListKind.@Nullable Size size(Asked asked) {
    Said said = asked.said();
    if (said.isFixed) {
      JsonNode start = asked.start();
      if (start == null || !start.isArray()) {
        throw new DefinitionProblem(
            asked.place(),
            "its size is fixed, but it begins with no list",
            "Give it one with value(...)");
      }
      return new ListKind.Size(start.size(), start.size());
    }
    return said.size;
  }

  private FieldKind contacts(Declared.Contacts contacts, Asked asked) {
    Declared.Contacts.Owner owner = contacts.owner();
    String id = asked.said().contactsOf;
    Map<String, String> key = Map.of(owner.keyHint(), owner.key());
    return new ListKind(
        new RecordKind(asking.small(contacts.person(), asked.said())),
        List.of(),
        size(asked),
        asked.said().isUnique,
        id == null ? key : Map.of(owner.keyHint(), owner.key(), owner.idHint(), id));
  }
}
