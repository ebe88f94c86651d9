package io.orchestrator4j.customer;

/**
 * A customer of the organisation.
 *
 * @param customerId by which subscriptions name their customer
 * @param fullname what people read
 * @param shortcode what people read where there is little room
 */
public record CustomerInfo(String customerId, String fullname, String shortcode) {

  /** The customer of an organisation that has not said whom it serves. */
  public static CustomerInfo standard() {
    return new CustomerInfo(
        "59289a57-70fb-4ff5-9c93-10fe67b12434",
        "Default::Orchestrator-Core Customer",
        "default-cust");
  }
}
