package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.Forms;
import io.orchestrator4j.value.SnakeCase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A method marked {@link Workflow} or {@link Task}, and the object that has it. */
record WorkflowMethod(
    Object holder, Method method, String name, String description, Target target, boolean task) {

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
    Arrays.stream(type.getDeclaredMethods())
        .filter(method -> !method.isSynthetic())
        .sorted(Comparator.comparing(Method::getName))
        .forEach(method -> of(holder, method, problems).ifPresent(found::add));
    if (found.isEmpty()) {
      problems.add(new DefinitionProblem(
          type.getName(),
          "it is marked @Workflows but has no method marked @Workflow or @Task",
          "Mark the methods that return a StepList"));
    }
    return found;
  }

  private static Optional<WorkflowMethod> of(
      Object holder, Method method, List<DefinitionProblem> problems) {
    Workflow workflow = method.getAnnotation(Workflow.class);
    Task task = method.getAnnotation(Task.class);
    if (workflow == null && task == null) {
      return Optional.empty();
    }
    String place = holder.getClass().getSimpleName() + "." + method.getName();
    if (workflow != null && task != null) {
      problems.add(new DefinitionProblem(
          place, "it is marked both @Workflow and @Task", "Take one of them away"));
      return Optional.empty();
    }
    if (method.getReturnType() != StepList.class || method.getParameterCount() > 0) {
      problems.add(new DefinitionProblem(
          place,
          "a workflow method takes no parameters and returns a StepList",
          "Write StepList " + method.getName() + "() { return begin()...; }"));
      return Optional.empty();
    }
    String given = workflow != null ? workflow.name() : task.name();
    String name = given.isEmpty() ? SnakeCase.of(method.getName()) : given;
    if (!NAME.matcher(name).matches()) {
      problems.add(new DefinitionProblem(
          place,
          "the name '" + name + "' is not made of lower-case letters, digits and underscores",
          "Write for example name = \"create_user_group\""));
      return Optional.empty();
    }
    return Optional.of(
        workflow != null
            ? new WorkflowMethod(holder, method, name, workflow.value(), workflow.target(), false)
            : new WorkflowMethod(holder, method, name, task.value(), Target.SYSTEM, true));
  }

  String place() {
    return holder.getClass().getSimpleName() + "." + method.getName();
  }

  /** The workflow; empty after adding what is wrong with it to the problems. */
  Optional<WorkflowDefinition> read(Forms forms, List<DefinitionProblem> problems) {
    try {
      StepList chain = chain();
      List<DefinitionProblem> found = ChainRules.check(place(), task, chain);
      problems.addAll(found);
      if (!found.isEmpty()) {
        return Optional.empty();
      }
      return Optional.of(new WorkflowDefinition(
          name, description, target, task, task ? surrounded(chain) : chain, forms));
    } catch (DefinitionProblem problem) {
      problems.add(new DefinitionProblem(place(), problem));
      return Optional.empty();
    }
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

  private static StepList surrounded(StepList chain) {
    return chain.preceded(WorkflowStep.start()).then(WorkflowStep.done());
  }
}
