package io.orchestrator4j.chaos.counter;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import org.jspecify.annotations.NullUnmarked;

/** A subscription that counts the steps by which it was changed. */
@NullUnmarked // the platform fills the fields
@ProductType("Counter")
@Product(name = Counter.PRODUCT, tag = "COUNTER", description = "Counts its changes")
public class Counter extends SubscriptionModel {

  /** The only product. */
  public static final String PRODUCT = "Counter of changes";

  /** Everything that it has. */
  public CounterBlock counter;
}
