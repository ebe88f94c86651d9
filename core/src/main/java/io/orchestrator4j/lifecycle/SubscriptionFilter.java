package io.orchestrator4j.lifecycle;

/** What processes can be filtered by of the subscriptions that they work on: one of these has to match. */
enum SubscriptionFilter {
  CUSTOMER("customer"),
  PRODUCT("product"),
  PRODUCT_DESCRIPTION("product_description"),
  SUBSCRIPTION_ID("subscription_id"),
  TAG("tag");

  private final String text;

  SubscriptionFilter(String text) {
    this.text = text;
  }

  /** The name on the wire. */
  String text() {
    return text;
  }
}
