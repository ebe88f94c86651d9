package io.orchestrator4j.product;

import io.orchestrator4j.value.Json;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Walks subscriptions and blocks by their definitions, and shows them as JSON. */
public final class ModelTree {

  static final Set<String> KEYS_OF_BLOCKS =
      Set.of("name", "subscription_instance_id", "owner_subscription_id", "label");

  static final Set<String> KEYS_OF_SUBSCRIPTIONS = Set.of(
      "subscription_id",
      "product",
      "customer_id",
      "description",
      "status",
      "insync",
      "start_date",
      "end_date",
      "note",
      "version");

  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

  private ModelTree() {}

  /** The subscription's own blocks, each before those below it; what is below a shared block is not its own. */
  static List<ProductBlockModel> ownBlocks(SubscriptionModel subscription) {
    List<ProductBlockModel> found = new ArrayList<>();
    Set<ProductBlockModel> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (FieldDefinition.Blocks field :
        ProductTypeDefinition.of(subscription.getClass()).blockFields()) {
      BlockDefinition.in(subscription, field)
          .forEach(block -> addOwn(subscription, block, found, seen));
    }
    return found;
  }

  private static void addOwn(
      SubscriptionModel subscription,
      ProductBlockModel block,
      List<ProductBlockModel> found,
      Set<ProductBlockModel> seen) {
    if (subscription.owns(block) && seen.add(block)) {
      found.add(block);
      BlockDefinition.of(block.getClass())
          .blocksOf(block)
          .forEach(each -> addOwn(subscription, each, found, seen));
    }
  }

  /** What the wire shows of a subscription; times are ISO-8601 texts. */
  public static ObjectNode show(SubscriptionModel subscription) {
    ObjectNode shown = showHeader(subscription.header());
    addMembers(subscription, shown, BlockAddition.NONE);
    return shown;
  }

  /** What the wire shows of a subscription besides its fixed inputs and blocks. */
  public static ObjectNode showHeader(SubscriptionHeader header) {
    ObjectNode shown = Json.object();
    shown.set("product", product(header.product()));
    shown.put("customer_id", header.customerId());
    shown.put("subscription_id", header.subscriptionId().toString());
    shown.put("description", header.description());
    shown.put("status", header.status().text());
    shown.put("insync", header.insync());
    shown.put("start_date", time(header.startDate()));
    shown.put("end_date", time(header.endDate()));
    shown.put("note", header.note());
    shown.put("version", header.version());
    return shown;
  }

  private static JsonNode product(ProductInfo product) {
    ObjectNode shown = (ObjectNode) Json.toTree(product);
    shown.put("created_at", time(product.createdAt()));
    return shown.put("end_date", time(product.endDate()));
  }

  // down to the second: that is all that the wire shows here
  private static @Nullable String time(@Nullable Instant time) {
    return time == null ? null : SECONDS.format(time.atOffset(ZoneOffset.UTC));
  }

  /**
   * Adds a subscription's fixed inputs, blocks and computed values to an object.
   *
   * @param addition what is shown of its blocks besides
   */
  public static void addMembers(
      SubscriptionModel subscription, ObjectNode shown, BlockAddition addition) {
    ProductTypeDefinition definition = ProductTypeDefinition.of(subscription.getClass());
    SubscriptionLifecycle status = subscription.status();
    Walk walk = new Walk(status, addition, onTheWay());
    for (FixedInputDefinition input : definition.fixedInputs()) {
      shown.set(input.name(), Json.toTree(input.access().read(subscription)));
    }
    for (FieldDefinition field : definition.fields()) {
      shown.set(field.key(), field(subscription, field, walk));
    }
    for (ComputedDefinition computed : definition.computed()) {
      shown.set(computed.key(), Json.toTree(computed.of(subscription, status)));
    }
  }

  /** What the wire shows of a block; what is computed is that of a subscription at this status. */
  public static ObjectNode show(ProductBlockModel block, SubscriptionLifecycle status) {
    return block(block, new Walk(status, BlockAddition.NONE, onTheWay()));
  }

  /** On the way through a tree: blocks that are above the current one are in {@code onTheWay}. */
  private record Walk(
      SubscriptionLifecycle status, BlockAddition addition, Set<ProductBlockModel> onTheWay) {}

  private static Set<ProductBlockModel> onTheWay() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }

  private static ObjectNode block(ProductBlockModel block, Walk walk) {
    BlockDefinition definition = BlockDefinition.of(block.getClass());
    ObjectNode shown = Json.object();
    shown.put("name", definition.name());
    shown.put("subscription_instance_id", block.subscriptionInstanceId().toString());
    shown.set("owner_subscription_id", Json.toTree(block.ownerId()));
    shown.put("label", block.label());
    // a block that leads back to itself ends there
    if (walk.onTheWay().add(block)) {
      for (FieldDefinition field : definition.fields()) {
        shown.set(field.key(), field(block, field, walk));
      }
      for (ComputedDefinition computed : definition.computed()) {
        shown.set(computed.key(), Json.toTree(computed.of(block, walk.status())));
      }
      walk.onTheWay().remove(block);
    }
    walk.addition().addTo(block.subscriptionInstanceId(), shown);
    return shown;
  }

  private static JsonNode field(Object model, FieldDefinition field, Walk walk) {
    return switch (field) {
      case FieldDefinition.Value value -> Json.toTree(value.access().read(model));
      case FieldDefinition.Blocks blocks -> {
        List<ProductBlockModel> found = BlockDefinition.in(model, blocks);
        if (blocks.cardinality() instanceof FieldDefinition.Cardinality.Many) {
          ArrayNode list = Json.mapper().createArrayNode();
          found.forEach(each -> list.add(block(each, walk)));
          yield list;
        }
        yield found.isEmpty() ? Json.mapper().nullNode() : block(found.getFirst(), walk);
      }
    };
  }
}
