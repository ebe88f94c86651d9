package io.orchestrator4j.product;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Gives new blocks and subscriptions the blocks that they must have from the beginning. */
final class NewBlocks {

  // what is loaded gets its blocks from the database
  private static final ScopedValue<Boolean> LOADING = ScopedValue.newInstance();

  private NewBlocks() {}

  /** Makes objects whose fields stay empty. */
  static <T> T leftEmpty(Supplier<T> making) {
    return ScopedValue.where(LOADING, true).call(making::get);
  }

  /** Fills the fields of a new block. */
  static void fill(ProductBlockModel block) {
    if (!LOADING.isBound()) {
      BlockDefinition.of(block.getClass()).blockFields().forEach(field -> fill(block, field));
    }
  }

  /** Fills the fields of a new subscription. */
  static void fill(SubscriptionModel subscription) {
    ProductTypeDefinition.of(subscription.getClass())
        .blockFields()
        .forEach(field -> fill(subscription, field));
  }

  private static void fill(Object model, FieldDefinition.Blocks field) {
    switch (field.cardinality()) {
      case FieldDefinition.Cardinality.One _ -> {
        if (field.isMade()) {
          field.access().write(model, create(field));
        }
      }
      case FieldDefinition.Cardinality.Optional _ -> {
        // there is none until somebody sets it
      }
      case FieldDefinition.Cardinality.Many(int least, int _) -> {
        List<ProductBlockModel> blocks = new ArrayList<>();
        for (int i = 0; field.isMade() && i < least; i++) {
          blocks.add(create(field));
        }
        field.access().write(model, blocks);
      }
    }
  }

  private static ProductBlockModel create(FieldDefinition.Blocks field) {
    return BlockDefinition.of(field.types().getFirst().asSubclass(ProductBlockModel.class))
        .create();
  }
}
