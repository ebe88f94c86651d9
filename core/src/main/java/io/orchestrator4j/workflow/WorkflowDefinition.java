package io.orchestrator4j.workflow;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.Forms;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A workflow as it runs: its name, its form, its steps at their places, and who may do what. */
public final class WorkflowDefinition {

  private final String name;
  private final String description;
  private final Target target;
  private final boolean task;
  private final StepList chain;
  private final Forms forms;
  private final List<PlacedStep> steps;
  private final @Nullable Parameters formParameters;
  private final String fingerprint;

  WorkflowDefinition(
      String name, String description, Target target, boolean task, StepList chain, Forms forms) {
    this.name = name;
    this.description = description;
    this.target = target;
    this.task = task;
    this.chain = chain;
    this.forms = forms;
    this.steps = place(chain.steps(), forms);
    AuthorMethod form = chain.form();
    this.formParameters = form == null ? null : Parameters.of(form);
    this.fingerprint = fingerprint(steps);
  }

  /** The name by which it is started. */
  public String name() {
    return name;
  }

  /** What people read. */
  public String description() {
    return description;
  }

  /** What it does to a subscription. */
  public Target target() {
    return target;
  }

  /** Whether it is the platform's own work, which is listed apart and can be deleted. */
  public boolean isTask() {
    return task;
  }

  /** The steps, in their order; the first is Start, the last is Done. */
  public List<PlacedStep> steps() {
    return steps;
  }

  /** A hash of the places and kinds of all steps: two definitions with the same one run alike. */
  public String fingerprint() {
    return fingerprint;
  }

  /** What its forms are asked with. */
  public Forms forms() {
    return forms;
  }

  /** Whether a form is asked before the process starts. */
  public boolean hasForm() {
    return chain.form() != null;
  }

  /**
   * Asks the start form.
   *
   * @throws Exception whatever the form method throws
   */
  public State ask(ObjectNode state, Form form) throws Exception {
    AuthorMethod method = chain.form();
    if (method == null || formParameters == null) {
      return State.empty();
    }
    return PlacedStep.result(method, method.call(formParameters.arguments(state, null, form)));
  }

  /** Who may start a process. */
  public Authorizer startAuthorizer() {
    return chain.authorizer();
  }

  /** What must hold for a process to be started, in the order in which it is asked. */
  public List<RunPredicate> runPredicates() {
    return chain.runPredicates();
  }

  /** Who may resume a process that stands at this position: the last rule on the way there. */
  public Authorizer resumeAuthorizer(int position) {
    Authorizer current = chain.authorizer();
    for (PlacedStep placed : reached(position)) {
      Authorizer own = placed.step().resumeAuthorizer();
      current = own == null ? current : own;
    }
    return current;
  }

  /** Who may retry a process that stands at this position: the last rule on the way there. */
  public Authorizer retryAuthorizer(int position) {
    Authorizer current = chain.retryAuthorizer();
    for (PlacedStep placed : reached(position)) {
      Authorizer own = placed.step().retryAuthorizer();
      current = own == null ? current : own;
    }
    return current;
  }

  @Nullable
  Parameters formParameters() {
    return formParameters;
  }

  StepList chain() {
    return chain;
  }

  private List<PlacedStep> reached(int position) {
    return steps.subList(0, Math.min(position + 1, steps.size()));
  }

  private static List<PlacedStep> place(List<WorkflowStep> chain, Forms forms) {
    Map<String, Integer> uses = new HashMap<>();
    List<PlacedStep> placed = new ArrayList<>(chain.size());
    for (WorkflowStep step : chain) {
      int use = uses.merge(step.id(), 1, Integer::sum);
      placed.add(new PlacedStep(use == 1 ? step.id() : step.id() + "#" + use, step, forms));
    }
    return List.copyOf(placed);
  }

  private static String fingerprint(List<PlacedStep> steps) {
    StringBuilder text = new StringBuilder();
    steps.forEach(placed -> text.append(placed.path())
        .append(':')
        .append(placed.step().action().getClass().getSimpleName())
        .append('\n'));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
