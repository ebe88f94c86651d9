package io.orchestrator4j.form.page;

import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.form.field.ChoiceKind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** The customers that one form offers; asked for once, since they may be far away. Not thread-safe. */
final class CustomerOffers {

  private final Customers customers;
  private @Nullable List<ChoiceKind.Offer> all;

  CustomerOffers(Customers customers) {
    this.customers = customers;
  }

  /** Those that the rules of a field name, or else all. */
  List<ChoiceKind.Offer> of(Said said) {
    return said.choices == null ? all() : said.choices.get();
  }

  private List<ChoiceKind.Offer> all() {
    if (all == null) {
      all = customers.list().stream()
          .map(customer ->
              new ChoiceKind.Offer(StringNode.valueOf(customer.customerId()), customer.fullname()))
          .toList();
    }
    return all;
  }
}
