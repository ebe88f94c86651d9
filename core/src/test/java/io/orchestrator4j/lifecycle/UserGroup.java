package io.orchestrator4j.lifecycle;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

@ProductType("UserGroup")
@Product(name = "User Group", tag = "GROUP", description = "user group administration")
class UserGroup extends SubscriptionModel {
  public UserGroupBlock userGroup;
}
