package io.orchestrator4j.product;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;

/**
 * Writes a subscription as JSON: what the wire shows, or, where the writer has this class as an attribute, what the
 * function there makes of it, such as a reference.
 */
public final class SubscriptionJson extends ValueSerializer<SubscriptionModel> {

  /** For the JSON library. */
  public SubscriptionJson() {}

  /** What is written instead of a subscription. */
  public interface Replacement extends Function<SubscriptionModel, JsonNode> {}

  @Override
  public void serialize(
      SubscriptionModel subscription, JsonGenerator generator, SerializationContext context) {
    Object replacement = context.getAttribute(Replacement.class);
    generator.writeTree(shown(subscription, replacement));
  }

  private static JsonNode shown(SubscriptionModel subscription, @Nullable Object replacement) {
    return replacement instanceof Replacement function
        ? function.apply(subscription)
        : ModelTree.show(subscription);
  }
}
