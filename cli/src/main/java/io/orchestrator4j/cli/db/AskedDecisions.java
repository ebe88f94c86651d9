package io.orchestrator4j.cli.db;

import io.orchestrator4j.catalogue.CatalogueRow;
import io.orchestrator4j.catalogue.CatalogueRow.FieldRow;
import io.orchestrator4j.catalogue.CatalogueRow.FixedInputRow;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Asks for each decision. */
record AskedDecisions(Questions questions) implements ModelDecisions {

  @Override
  public Optional<String> renamedFrom(CatalogueRow now, List<String> gone) {
    List<String> options = new ArrayList<>();
    options.add("It is new");
    gone.forEach(name -> options.add("It was called '%s'".formatted(name)));
    int place = questions.choose("The database lacks %s.".formatted(now.name()), options);
    return place == 0 ? Optional.empty() : Optional.of(gone.get(place - 1));
  }

  @Override
  public boolean deletes(CatalogueRow gone, long subscriptions) {
    return questions.confirm(
        "The code has no %s any more; %d subscriptions have it. Delete it from the database, with its values?"
            .formatted(gone.name(), subscriptions));
  }

  @Override
  public Optional<JsonNode> backfill(FieldRow field, long subscriptions) {
    String text = questions.text(
        "Value of %s (%s) in %d subscriptions, as JSON; nothing for none"
            .formatted(field.name(), field.valueType(), subscriptions),
        "");
    return text.isEmpty() ? Optional.empty() : Optional.of(value(text));
  }

  // who types a word means a text
  private static JsonNode value(String text) {
    try {
      return Json.read(text);
    } catch (JacksonException _) {
      return Json.toTree(text);
    }
  }

  @Override
  public String fixedInput(FixedInputRow input) {
    String text = "";
    while (text.isEmpty()) {
      text = questions.text("Value of %s (%s)".formatted(input.name(), input.type()), "");
    }
    return text;
  }
}
