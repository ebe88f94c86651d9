package io.orchestrator4j.customer;

import java.util.List;
import java.util.Optional;

/** The organisation's customers, read from wherever it keeps them. Must be thread-safe. */
public interface Customers {

  /** All of them, in the order in which people choose. */
  List<CustomerInfo> list();

  /** The customer of this id. */
  default Optional<CustomerInfo> find(String customerId) {
    return list().stream()
        .filter(customer -> customer.customerId().equals(customerId))
        .findFirst();
  }

  /** A single customer. */
  static Customers only(CustomerInfo customer) {
    return () -> List.of(customer);
  }
}
