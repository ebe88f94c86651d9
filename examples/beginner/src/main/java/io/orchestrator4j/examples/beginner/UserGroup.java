package io.orchestrator4j.examples.beginner;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

/** A group, as it is sold. */
// tag::product
@ProductType("UserGroup")
@Product(name = "User Group", tag = "GROUP", description = "user group administration")
public class UserGroup extends SubscriptionModel {

  public UserGroupBlock userGroup;
}
// end::product
