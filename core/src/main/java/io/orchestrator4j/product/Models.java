package io.orchestrator4j.product;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes and fills the objects of authors' model classes, for the one package that loads and saves them. Authors have no
 * use for it.
 */
public final class Models {

  private Models() {}

  /**
   * A subscription without blocks.
   *
   * @param fixedInputs the texts of its product's fixed inputs; those that the class does not have are ignored
   */
  public static SubscriptionModel subscription(
      ProductTypeDefinition type, SubscriptionHeader header, Map<String, String> fixedInputs) {
    SubscriptionModel subscription = NewBlocks.leftEmpty(type::create);
    subscription.is(header);
    for (FixedInputDefinition input : type.fixedInputs()) {
      String text = fixedInputs.get(input.name());
      if (text != null) {
        input.access().write(subscription, input.parse(text));
      }
    }
    return subscription;
  }

  /** Gives a new subscription the blocks that it must have. */
  public static void fill(SubscriptionModel subscription) {
    NewBlocks.fill(subscription);
  }

  /** An object of a product type that has its fixed inputs and nothing else. */
  public static SubscriptionModel fixedInputs(
      ProductTypeDefinition type, Map<String, String> fixedInputs) {
    SubscriptionModel subscription = NewBlocks.leftEmpty(type::create);
    for (FixedInputDefinition input : type.fixedInputs()) {
      String text = fixedInputs.get(input.name());
      if (text != null) {
        input.access().write(subscription, input.parse(text));
      }
    }
    return subscription;
  }

  /** Changes what is known of a subscription. */
  public static void set(SubscriptionModel subscription, SubscriptionHeader header) {
    subscription.is(header);
  }

  /** A block without blocks below it; its values are what its class says that they are at first. */
  public static ProductBlockModel block(
      BlockDefinition definition, UUID instanceId, UUID owner, @Nullable String label) {
    ProductBlockModel block = NewBlocks.leftEmpty(definition::create);
    block.is(instanceId, owner, label);
    return block;
  }

  /** Says to which subscription a new block belongs. */
  public static void own(ProductBlockModel block, UUID owner) {
    block.belongsTo(owner);
  }

  /** The id of the subscription that owns a block; null while it is new. */
  public static @Nullable UUID ownerOf(ProductBlockModel block) {
    return block.ownerId();
  }

  /** Says from where a block knows what uses it. */
  public static void relate(ProductBlockModel block, BlockRelations relations) {
    block.relatedBy(relations);
  }

  /** The value of a field. */
  public static @Nullable Object read(FieldDefinition field, Object model) {
    return field.access().read(model);
  }

  /** Sets a field; its value must be of the field's type. */
  public static void write(FieldDefinition field, Object model, @Nullable Object value) {
    field.access().write(model, value);
  }
}
