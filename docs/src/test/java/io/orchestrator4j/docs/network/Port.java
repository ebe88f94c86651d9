package io.orchestrator4j.docs.network;

import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** A port, as it is sold: by two products, which differ in the speed. */
// tag::type
@ProductType("Port")
@Product(
    name = "Port 1G",
    tag = "PORT_1G",
    description = "a port of 1 Gbit/s",
    fixed = "speed=1000")
@Product(
    name = "Port 10G",
    tag = "PORT_10G",
    description = "a port of 10 Gbit/s",
    fixed = "speed=10000")
public class Port extends SubscriptionModel {

  @FixedInput
  public int speed;

  public PortBlock port;
}
// end::type
