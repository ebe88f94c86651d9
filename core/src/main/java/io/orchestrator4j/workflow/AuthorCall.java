package io.orchestrator4j.workflow;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Secrets;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** An author's method as a step or a form: filled from the State, and its result as something to merge over it. */
record AuthorCall(AuthorMethod method, Parameters parameters, Secrets secrets) {

  /** The key under which a domain model goes that is returned by itself. */
  static final String SUBSCRIPTION = "subscription";

  static AuthorCall of(AuthorMethod method, DefinitionContext context) {
    return new AuthorCall(
        method, Parameters.of(method, context.products(), context.secrets()), context.secrets());
  }

  /**
   * Fills the parameters; nothing of the author's is called yet.
   *
   * @throws RuntimeException if one cannot be filled
   */
  Callable<State> prepare(
      ObjectNode state, @Nullable StepContext context, @Nullable Form form, StepUnit unit) {
    @Nullable Object[] arguments = parameters.arguments(state, context, form, unit);
    return () -> result(unit.within(() -> method.call(arguments))).sealed(secrets);
  }

  private State result(@Nullable Object returned) {
    return switch (returned) {
      case null -> State.empty();
      case State state -> state;
      case Record record -> State.of(record);
      case Map<?, ?> map -> ofMap(map);
      case SubscriptionModel subscription -> State.of(SUBSCRIPTION, subscription);
      default ->
        throw new IllegalStateException(
            "%s returned a %s; a step returns a State, a record, a map with text keys, a domain model, or nothing"
                .formatted(method.place(), returned.getClass().getName()));
    };
  }

  private State ofMap(Map<?, ?> map) {
    State state = State.empty();
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      if (!(entry.getKey() instanceof String key)) {
        throw new IllegalStateException(
            "%s returned a map with the key %s; keys of the State are texts"
                .formatted(method.place(), entry.getKey()));
      }
      state = state.and(key, entry.getValue());
    }
    return state;
  }
}
