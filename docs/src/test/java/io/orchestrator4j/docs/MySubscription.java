package io.orchestrator4j.docs;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** The guide's smallest product. */
// tag::product
@ProductType("MySubscription")
@Product(name = "My product", tag = "MINE", description = "what the user wants")
public class MySubscription extends SubscriptionModel {

  public MyBlock myBlock;
}
// end::product
