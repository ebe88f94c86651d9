package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Pages;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Looks at the pages of workflows before they are asked. Which ones a form asks is only known when it runs, so these
 * are the ones in sight: what forms and steps take and give back, and what is declared in their classes.
 */
final class PageChecks {

  private PageChecks() {}

  static List<DefinitionProblem> of(
      Collection<WorkflowDefinition> workflows, DefinitionContext context) {
    Set<Class<?>> pages = new LinkedHashSet<>();
    workflows.stream().flatMap(PageChecks::methods).forEach(method -> addInSight(method, pages));
    List<DefinitionProblem> problems = new ArrayList<>();
    for (Class<?> page : pages) {
      List<String> secret = Pages.secretKeys(page.asSubclass(Record.class));
      if (!secret.isEmpty() && !context.secrets().canSeal()) {
        problems.add(
            new DefinitionProblem(
                page.getSimpleName() + "." + secret.getFirst(),
                "it is marked @Password, and there is no key to encrypt what is entered",
                "Set orchestrator.secrets.keys, 32 bytes in Base64, as openssl rand -base64 32 makes them"));
      }
      try {
        context.forms().requirePage(page.asSubclass(Record.class));
      } catch (DefinitionProblem problem) {
        problems.add(problem);
      }
    }
    return problems;
  }

  private static Stream<Method> methods(WorkflowDefinition workflow) {
    Stream<AuthorMethod> form =
        workflow.chain().form() instanceof StartForm.Author(AuthorMethod method)
            ? Stream.of(method)
            : Stream.empty();
    Stream<AuthorMethod> ofSteps = workflow.steps().stream()
        .flatMap(placed -> switch (placed.step().action()) {
          case StepAction.Call(AuthorMethod method) -> Stream.of(method);
          case StepAction.Ask(AuthorMethod method) -> Stream.of(method);
          case StepAction.Start _, StepAction.Lifecycle _, StepAction.Done _ -> Stream.empty();
        });
    return Stream.concat(form, ofSteps).map(AuthorMethod::method);
  }

  private static void addInSight(Method method, Set<Class<?>> pages) {
    Stream.of(
            Stream.of(method.getReturnType()),
            Arrays.stream(method.getParameterTypes()),
            Arrays.stream(method.getDeclaringClass().getDeclaredClasses()))
        .flatMap(types -> types)
        .filter(type -> type.isRecord() && type.isAnnotationPresent(FormPage.class))
        .forEach(pages::add);
  }
}
