package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.value.SnakeCase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A method that returns the chain of a workflow, and the object that has it. */
record WorkflowMethod(
    Object holder, Method method, String name, WorkflowMarking marking, ProductTypes productTypes) {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  /** The workflow methods of an object; what is wrong with the object itself is added to the problems. */
  static List<WorkflowMethod> of(Object holder, List<DefinitionProblem> problems) {
    Class<?> type = holder.getClass();
    if (Proxy.isProxyClass(type) || type.getName().contains("$$")) {
      problems.add(
          new DefinitionProblem(
              type.getName(),
              "it is a proxy around a class of workflows, and calls through a proxy hide the author's methods",
              "Take away what makes the framework wrap it, such as @Transactional, @Async or an aspect"));
      return List.of();
    }
    if (!type.isAnnotationPresent(Workflows.class)) {
      problems.add(new DefinitionProblem(
          type.getName(),
          "it was registered as a class of workflows but is not marked @Workflows",
          "Mark it"));
      return List.of();
    }
    List<WorkflowMethod> found = new ArrayList<>();
    int before = problems.size();
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .sorted(Comparator.comparing(Method::getName))
        .forEach(method -> of(holder, method, problems).ifPresent(found::add));
    if (found.isEmpty() && problems.size() == before) {
      problems.add(
          new DefinitionProblem(
              type.getName(),
              "it is marked @Workflows but has no method marked as a workflow",
              "Mark the methods that return a StepList @CreateWorkflow, @ModifyWorkflow, @TerminateWorkflow, @ValidateWorkflow, @ReconcileWorkflow, @Task or @Workflow"));
    }
    return found;
  }

  private static Optional<WorkflowMethod> of(
      Object holder, Method method, List<DefinitionProblem> problems) {
    List<WorkflowMarking> markings = WorkflowMarking.of(method);
    if (markings.isEmpty()) {
      return Optional.empty();
    }
    String place = holder.getClass().getSimpleName() + "." + method.getName();
    if (markings.size() > 1) {
      problems.add(new DefinitionProblem(
          place,
          "it is marked both %s and %s"
              .formatted(markings.getFirst().annotation(), markings.getLast().annotation()),
          "Take one of them away"));
      return Optional.empty();
    }
    if (method.getReturnType() != StepList.class || method.getParameterCount() > 0) {
      problems.add(new DefinitionProblem(
          place,
          "a workflow method takes no parameters and returns a StepList",
          "Write StepList " + method.getName() + "() { return begin()...; }"));
      return Optional.empty();
    }
    WorkflowMarking marking = markings.getFirst();
    String name = marking.name().isEmpty() ? SnakeCase.of(method.getName()) : marking.name();
    if (!NAME.matcher(name).matches()) {
      problems.add(new DefinitionProblem(
          place,
          "the name '" + name + "' is not made of lower-case letters, digits and underscores",
          "Write for example name = \"create_user_group\""));
      return Optional.empty();
    }
    ProductTypes types = ProductTypes.of(holder.getClass().getAnnotation(Workflows.class), marking);
    if (marking.kind() == WorkflowMarking.Kind.TYPED && types instanceof ProductTypes.None) {
      problems.add(new DefinitionProblem(
          place,
          "it is marked %s, and its class belongs to no product type"
              .formatted(marking.annotation()),
          "Name the class of the product type, as in @Workflows(UserGroup.class)"));
      return Optional.empty();
    }
    return Optional.of(new WorkflowMethod(holder, method, name, marking, types));
  }

  String place() {
    return holder.getClass().getSimpleName() + "." + method.getName();
  }

  /** The workflow; empty after adding what is wrong with it to the problems. */
  Optional<WorkflowDefinition> read(DefinitionContext context, List<DefinitionProblem> problems) {
    try {
      StepList chain = withAppended(chain(), context.appended());
      List<DefinitionProblem> found = ChainRules.check(place(), marking, chain, context.products());
      problems.addAll(found);
      return found.isEmpty()
          ? Optional.of(new WorkflowDefinition(
              name, marking, productTypes, marking.steps().around(chain), context))
          : Optional.empty();
    } catch (DefinitionProblem problem) {
      problems.add(new DefinitionProblem(place(), problem));
      return Optional.empty();
    }
  }

  private StepList withAppended(StepList chain, Collection<AppendedSteps> appended) {
    return switch (marking.kind()) {
      case PLAIN -> chain;
      case TASK, TYPED -> {
        StepList all = marking.target() == Target.TERMINATE ? chain.confirmed() : chain;
        for (AppendedSteps each : appended) {
          all = each.target() == marking.target() ? all.then(each.steps()) : all;
        }
        yield all;
      }
    };
  }

  private StepList chain() {
    try {
      method.setAccessible(true);
      Object chain = method.invoke(holder);
      if (chain instanceof StepList list) {
        return list;
      }
      throw new DefinitionProblem(place(), "it returned null", "Return the chain of steps");
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof DefinitionProblem problem) {
        throw problem;
      }
      throw new DefinitionProblem(
          place(),
          "it threw " + e.getCause(),
          "Only put the chain together there; what needs other systems belongs into steps");
    } catch (IllegalAccessException e) {
      throw new DefinitionProblem(
          place(), "it cannot be called: " + e, "Open its package to this library");
    }
  }
}
