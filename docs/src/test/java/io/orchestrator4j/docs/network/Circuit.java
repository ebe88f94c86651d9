package io.orchestrator4j.docs.network;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** A circuit, as it is sold. */
// tag::type
@ProductType("Circuit")
@Product(name = "Circuit", tag = "CIRCUIT", description = "a circuit between two ports")
public class Circuit extends SubscriptionModel {

  public CircuitBlock circuit;
}
// end::type
