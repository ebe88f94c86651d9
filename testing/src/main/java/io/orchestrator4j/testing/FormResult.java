package io.orchestrator4j.testing;

import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.form.field.FieldError;
import io.orchestrator4j.workflow.State;
import java.util.List;
import org.assertj.core.api.AssertProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a form said to the pages that were filled in; nothing was started. AssertJ's {@code assertThat(result)} knows what
 * can be said of one. Immutable.
 */
public final class FormResult implements AssertProvider<FormResultAssert> {

  private final FormOutcome<State> outcome;

  private FormResult(FormOutcome<State> outcome) {
    this.outcome = outcome;
  }

  static FormResult of(FormOutcome<State> outcome) {
    return new FormResult(outcome);
  }

  /** One of the four things that a form can say. */
  public FormOutcome<State> outcome() {
    return outcome;
  }

  /**
   * The JSON schema of the page that it asks for next.
   *
   * @throws AssertionError if it asks for none
   */
  public ObjectNode schema() {
    if (outcome instanceof FormOutcome.NextPage<State> page) {
      return page.schema();
    }
    throw new AssertionError("Expected a form that asks for a page, found " + this);
  }

  /**
   * What is wrong with the answers, in the order of the fields.
   *
   * @throws AssertionError if nothing is
   */
  public List<FieldError> errors() {
    if (outcome instanceof FormOutcome.Invalid<State> invalid) {
      return invalid.page().fieldErrors();
    }
    throw new AssertionError("Expected a form that refuses its answers, found " + this);
  }

  /**
   * What the complete form made of its pages.
   *
   * @throws AssertionError if it is not complete
   */
  public State state() {
    if (outcome instanceof FormOutcome.Complete<State>(State state)) {
      return state;
    }
    throw new AssertionError("Expected a complete form, found " + this);
  }

  @Override
  public FormResultAssert assertThat() {
    return new FormResultAssert(this);
  }

  /** The labels that a field of the page that it asks for next offers, in their order. */
  List<String> labels(String key) {
    ObjectNode page = schema();
    JsonNode field = page.path("properties").path(key);
    JsonNode choice = field.has("items") ? field.path("items") : field;
    String reference = choice.path("$ref").asString("");
    JsonNode offered = reference.isEmpty() ? choice : page.at(reference.substring(1));
    return offered
        .path("enum")
        .valueStream()
        .map(JsonNode::asString)
        .map(value -> offered.path("options").path(value).asString(value))
        .toList();
  }

  @Override
  public String toString() {
    return switch (outcome) {
      case FormOutcome.NextPage<State> page -> "a form that asks for " + page.schema();
      case FormOutcome.Invalid<State> invalid ->
        "a form that refuses its answers: " + invalid.page().detail();
      case FormOutcome.Overflow<State>(int remaining) ->
        "a form that has %d pages less than were filled in".formatted(remaining);
      case FormOutcome.Complete<State>(State state) -> "a complete form: " + state.toTree();
    };
  }
}
