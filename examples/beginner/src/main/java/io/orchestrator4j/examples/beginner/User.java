package io.orchestrator4j.examples.beginner;

import io.orchestrator4j.product.FixedInput;
import io.orchestrator4j.product.Product;
import io.orchestrator4j.product.ProductType;
import io.orchestrator4j.product.SubscriptionModel;
import org.jspecify.annotations.Nullable;

/** A user, as it is sold: by two products, which differ in the affiliation. */
@ProductType("User")
@Product(
    name = "User internal",
    tag = "USER_INT",
    description = "user administration - internal",
    fixed = "affiliation=internal")
@Product(
    name = "User external",
    tag = "USER_EXT",
    description = "user administration - external",
    fixed = "affiliation=external")
public class User extends SubscriptionModel {

  @FixedInput
  public Affiliation affiliation;

  public UserBlock user;

  /** Says who it is, and calls the subscription so. */
  void fill(String username, @Nullable Integer age, UserGroup group) {
    user.username = username;
    user.age = age;
    user.group = group.userGroup;
    description(
        "User %s from group %s (%s)".formatted(username, user.group.groupName, affiliation.text()));
  }
}
