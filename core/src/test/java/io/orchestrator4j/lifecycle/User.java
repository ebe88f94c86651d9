package io.orchestrator4j.lifecycle;

import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;

@ProductType("User")
@Product(name = "User internal", tag = "USER_INT", description = "user administration - internal")
class User extends SubscriptionModel {
  public UserBlock user;
}
