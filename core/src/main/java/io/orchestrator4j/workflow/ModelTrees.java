package io.orchestrator4j.workflow;

import io.orchestrator4j.product.SubscriptionJson.Replacement;
import io.orchestrator4j.value.TreeWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.POJONode;

/** The ways of writing values in which there may be domain models. */
final class ModelTrees {

  /** With a reference for each domain model. */
  static final TreeWriter REFERRING = TreeWriter.with(
      Replacement.class, subscription -> SubscriptionReference.of(subscription).toTree());

  /** With the domain models themselves, to be written later. */
  static final TreeWriter KEEPING =
      TreeWriter.with(Replacement.class, JsonNodeFactory.instance::pojoNode);

  private ModelTrees() {}

  /** A tree in which domain models still stand. */
  record Kept(JsonNode tree) {}

  /** What a tree is that was written with the domain models themselves: one of them, with some in it, or just a tree. */
  static Object unwrapped(JsonNode tree) {
    if (tree instanceof POJONode model) {
      return model.getPojo();
    }
    return hasModels(tree) ? new Kept(tree) : tree;
  }

  private static boolean hasModels(JsonNode tree) {
    if (tree instanceof POJONode) {
      return true;
    }
    for (JsonNode child : tree) {
      if (hasModels(child)) {
        return true;
      }
    }
    return false;
  }
}
