package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.FormServices;
import io.orchestrator4j.form.Forms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The workflows that this application defines, by name. */
public final class DefinedWorkflows {

  private final Map<String, WorkflowDefinition> byName;

  private DefinedWorkflows(Map<String, WorkflowDefinition> byName) {
    this.byName = byName;
  }

  /**
   * Reads the workflows of all these objects, whose forms need nothing around them.
   *
   * @param holders objects of classes marked {@link Workflows}
   * @throws DefinitionException naming everything that is wrong with them
   */
  public static DefinedWorkflows of(Collection<?> holders) {
    return of(holders, new Forms(FormServices.standard()));
  }

  /**
   * Reads the workflows of all these objects.
   *
   * @param holders objects of classes marked {@link Workflows}
   * @param forms what their forms are asked with
   * @throws DefinitionException naming everything that is wrong with them
   */
  public static DefinedWorkflows of(Collection<?> holders, Forms forms) {
    List<DefinitionProblem> problems = new ArrayList<>();
    Map<String, WorkflowDefinition> byName = new TreeMap<>();
    Map<String, String> places = new TreeMap<>();
    for (Object holder : holders) {
      for (WorkflowMethod method : WorkflowMethod.of(holder, problems)) {
        String other = places.putIfAbsent(method.name(), method.place());
        if (other != null) {
          problems.add(new DefinitionProblem(
              method.place(),
              "the name '%s' is taken by %s".formatted(method.name(), other),
              "Give one of them another name, with name = \"...\" in its annotation"));
        }
        method
            .read(forms, problems)
            .ifPresent(definition -> byName.put(definition.name(), definition));
      }
    }
    problems.addAll(PageChecks.of(byName.values(), forms));
    if (!problems.isEmpty()) {
      throw new DefinitionException(problems);
    }
    return new DefinedWorkflows(byName);
  }

  /** The workflow of this name. */
  public Optional<WorkflowDefinition> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** All of them, by name. */
  public Collection<WorkflowDefinition> all() {
    return byName.values();
  }
}
