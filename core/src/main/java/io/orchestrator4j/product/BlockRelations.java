package io.orchestrator4j.product;

import java.util.List;

/** What only the database knows of a tree's blocks; their loader hands it over, and reads it once for the whole tree. */
public interface BlockRelations {

  /** The subscription that owns a block. */
  SubscriptionModel owner(ProductBlockModel block);

  /** The blocks that have this one in a field, those of its own subscription included, in a fixed order. */
  List<ProductBlockModel> inUseBy(ProductBlockModel block);
}
