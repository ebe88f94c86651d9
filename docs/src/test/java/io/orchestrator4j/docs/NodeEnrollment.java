package io.orchestrator4j.docs;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** The taking into service of a node. */
@ProductType("Node")
@Product(name = "Node Enrollment", tag = "NODE", description = "taking a node into service")
public class NodeEnrollment extends SubscriptionModel {

  public NodeEnrollmentBlock ne;
}
