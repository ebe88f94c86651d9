package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.Terminal;
import io.orchestrator4j.migration.CatalogueChange;
import io.orchestrator4j.migration.CatalogueChange.LinkWorkflow;
import io.orchestrator4j.migration.NewWorkflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Walks somebody through the workflows in which code and database differ. */
final class WorkflowMenu {

  private static final String NO_PRODUCT = "none: it is for no product";

  private final Questions questions;
  private final Terminal terminal;
  private final WorkflowDifference difference;
  private final List<String> productTypes;
  private final ChosenWorkflows chosen = new ChosenWorkflows();

  WorkflowMenu(
      Questions questions,
      Terminal terminal,
      WorkflowDifference difference,
      List<String> productTypes) {
    this.questions = questions;
    this.terminal = terminal;
    this.difference = difference;
    this.productTypes = productTypes;
  }

  /** What can be done next. */
  private enum Item {
    ADD,
    ADD_ALL,
    LINK,
    DELETE,
    SHOW,
    FINISH,
    QUIT
  }

  /** What was chosen; empty where no migration is wanted. */
  Optional<ChosenWorkflows> walk() {
    while (true) {
      WorkflowDifference rest = chosen.restOf(difference);
      List<Item> items = items(rest);
      int place = questions.choose(
          "What next?", items.stream().map(item -> text(item, rest)).toList());
      switch (items.get(place)) {
        case ADD -> add(rest.missing());
        case ADD_ALL -> rest.missing().forEach(chosen::add);
        case LINK -> chosen.link(one("Which?", rest.unlinked(), LinkWorkflow::line));
        case DELETE -> chosen.delete(one("Which?", rest.surplus(), NewWorkflow::name));
        case SHOW -> chosen.upgrade().stream().map(CatalogueChange::line).forEach(terminal::line);
        case FINISH -> {
          return Optional.of(chosen);
        }
        case QUIT -> {
          return Optional.empty();
        }
      }
    }
  }

  private List<Item> items(WorkflowDifference rest) {
    List<Item> items = new ArrayList<>();
    if (!rest.missing().isEmpty()) {
      items.add(Item.ADD);
      items.add(Item.ADD_ALL);
    }
    if (!rest.unlinked().isEmpty()) {
      items.add(Item.LINK);
    }
    if (!rest.surplus().isEmpty()) {
      items.add(Item.DELETE);
    }
    if (!chosen.isEmpty()) {
      items.add(Item.SHOW);
      items.add(Item.FINISH);
    }
    items.add(Item.QUIT);
    return items;
  }

  private static String text(Item item, WorkflowDifference rest) {
    return switch (item) {
      case ADD ->
        "Add a workflow or task that the database lacks (%d)"
            .formatted(rest.missing().size());
      case ADD_ALL -> "Add all of them, as the code has them";
      case LINK ->
        "Give a workflow to products that lack it (%d)"
            .formatted(rest.unlinked().size());
      case DELETE ->
        "Delete a workflow or task that the code does not have (%d)"
            .formatted(rest.surplus().size());
      case SHOW -> "Show what was chosen";
      case FINISH -> "Write the migration";
      case QUIT -> "Quit without one";
    };
  }

  private void add(List<NewWorkflow> missing) {
    NewWorkflow workflow = one("Which?", missing, WorkflowMenu::described);
    List<String> types = new ArrayList<>(workflow.productTypes());
    productTypes.stream().filter(type -> !types.contains(type)).forEach(types::add);
    types.add(NO_PRODUCT);
    String type = workflow.task() && workflow.productTypes().isEmpty()
        ? NO_PRODUCT
        : one("For which product type? The code's come first", types, Function.identity());
    String description = questions.text("Description", workflow.description());
    chosen.add(new NewWorkflow(
        workflow.name(),
        workflow.target(),
        description,
        type.equals(NO_PRODUCT) ? List.of() : List.of(type),
        List.of(),
        workflow.task()));
  }

  private static String described(NewWorkflow workflow) {
    return "%s (%s%s%s)"
        .formatted(
            workflow.name(),
            workflow.target(),
            workflow.task() ? ", task" : "",
            workflow.productTypes().isEmpty()
                ? ""
                : ", " + String.join(", ", workflow.productTypes()));
  }

  private <T> T one(String question, List<T> options, Function<T, String> text) {
    return options.get(questions.choose(question, options.stream().map(text).toList()));
  }
}
