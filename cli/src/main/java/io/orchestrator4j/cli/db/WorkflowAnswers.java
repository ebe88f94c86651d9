package io.orchestrator4j.cli.db;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.migration.NewWorkflow;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a script chooses of the workflows, as a file in JSON has it: {@code {"add": [{"name": "create_user", "product_types":
 * ["User"], "description": "Create user"}], "delete": ["old_workflow"]}}.
 *
 * @param add product types and description are the code's where they are missing
 */
record WorkflowAnswers(@Nullable List<Added> add, @Nullable List<String> delete) {

  /** A workflow to add. */
  record Added(
      String name,
      @Nullable List<String> productTypes,
      @Nullable String description) {}

  /**
   * Reads a file.
   *
   * @throws CommandFailure if it cannot be read
   */
  static WorkflowAnswers read(Path file) {
    try {
      return Json.mapper().readValue(Files.readString(file), WorkflowAnswers.class);
    } catch (IOException | JacksonException e) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "The answers in %s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  /**
   * What it chooses.
   *
   * @throws CommandFailure if it names something that cannot be chosen
   */
  ChosenWorkflows of(WorkflowDifference difference) {
    ChosenWorkflows chosen = new ChosenWorkflows();
    for (Added wanted : add == null ? List.<Added>of() : add) {
      NewWorkflow known = named(wanted.name(), difference.missing(), "lacks");
      chosen.add(new NewWorkflow(
          known.name(),
          known.target(),
          wanted.description() == null ? known.description() : wanted.description(),
          wanted.productTypes() == null ? known.productTypes() : wanted.productTypes(),
          List.of(),
          known.task()));
    }
    for (String name : delete == null ? List.<String>of() : delete) {
      chosen.delete(named(name, difference.surplus(), "has besides the code's"));
    }
    return chosen;
  }

  private static NewWorkflow named(String name, List<NewWorkflow> known, String what) {
    return known.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new CommandFailure(
            ExitCode.WRONG_USAGE,
            "The answers name '%s'; the workflows that the database %s are %s"
                .formatted(name, what, known.stream().map(NewWorkflow::name).toList())));
  }

  /** All that the database lacks, as the code has it; nothing is deleted. */
  static ChosenWorkflows all(WorkflowDifference difference) {
    ChosenWorkflows chosen = new ChosenWorkflows();
    difference.missing().forEach(chosen::add);
    difference.unlinked().forEach(chosen::link);
    return chosen;
  }
}
