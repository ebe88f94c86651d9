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
  private final WorkflowMarking marking;
  private final ProductTypes productTypes;
  private final StepList chain;
  private final Forms forms;
  private final List<PlacedStep> steps;
  private final @Nullable AuthorCall form;
  private final String fingerprint;

  WorkflowDefinition(
      String name,
      WorkflowMarking marking,
      ProductTypes productTypes,
      StepList chain,
      DefinitionContext context) {
    this.name = name;
    this.marking = marking;
    this.productTypes = productTypes;
    this.chain = chain;
    this.forms = context.forms();
    this.steps = place(chain.steps(), context);
    this.form = chain.form() instanceof StartForm.Author(AuthorMethod method)
        ? AuthorCall.of(method, context)
        : null;
    this.fingerprint = fingerprint(steps);
  }

  /** The name by which it is started. */
  public String name() {
    return name;
  }

  /** What people read. */
  public String description() {
    return marking.description();
  }

  /** What it does to a subscription. */
  public Target target() {
    return marking.target();
  }

  /** Whether it is the platform's own work, which is listed apart and can be deleted. */
  public boolean isTask() {
    return marking.isTask();
  }

  /** The product types that it belongs to. */
  public ProductTypes productTypes() {
    return productTypes;
  }

  /** On which subscriptions it may start; of no meaning where it belongs to no product type. */
  public Usability usability() {
    return marking.usability();
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
   * @param state what is known already
   * @param unit what loads domain models for the form; what the form does to them is not saved
   * @throws Exception whatever the form method throws
   */
  public State ask(ObjectNode state, Form asking, StepUnit unit) throws Exception {
    if (form != null) {
      return form.prepare(state, null, asking, unit).call();
    }
    return hasForm() ? ConfirmationPage.ask(asking, state) : State.empty();
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

  StepList chain() {
    return chain;
  }

  private List<PlacedStep> reached(int position) {
    return steps.subList(0, Math.min(position + 1, steps.size()));
  }

  private static List<PlacedStep> place(List<WorkflowStep> chain, DefinitionContext context) {
    Map<String, Integer> uses = new HashMap<>();
    List<PlacedStep> placed = new ArrayList<>(chain.size());
    for (WorkflowStep step : chain) {
      int use = uses.merge(step.id(), 1, Integer::sum);
      placed.add(new PlacedStep(use == 1 ? step.id() : step.id() + "#" + use, step, context));
    }
    return List.copyOf(placed);
  }

  private static String fingerprint(List<PlacedStep> steps) {
    StringBuilder text = new StringBuilder();
    steps.forEach(placed -> text.append(placed.path())
        .append(':')
        .append(kind(placed.step().action()))
        .append('\n'));
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256")
          .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String kind(StepAction action) {
    String kind = action.getClass().getSimpleName();
    return action instanceof StepAction.Lifecycle(LifecycleStep.Lock(boolean checked)) && !checked
        ? kind + ":unchecked"
        : kind;
  }
}
