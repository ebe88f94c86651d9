package io.orchestrator4j.lifecycle;

import io.orchestrator4j.process.ListOrder;

/** What processes can be ordered by of the first subscription that they work on; those without one come last. */
enum SubscriptionOrder implements ListOrder {
  PRODUCT_CREATED_AT("product_created_at", "pr.created_at"),
  PRODUCT_DESCRIPTION("product_description", "lower(pr.description)"),
  PRODUCT_END_DATE("product_end_date", "pr.end_date"),
  PRODUCT_ID("product_id", "pr.product_id"),
  PRODUCT_NAME("product_name", "lower(pr.name)"),
  PRODUCT_STATUS("product_status", "pr.status"),
  PRODUCT_TAG("product_tag", "lower(pr.tag)"),
  PRODUCT_TYPE("product_type", "lower(pr.product_type)"),
  SUBSCRIPTIONS("subscriptions", "lower(s.description)");

  private final String text;
  private final String expression;

  SubscriptionOrder(String text, String expression) {
    this.text = text;
    this.expression = expression;
  }

  /** The name on the wire, in snake case. */
  String text() {
    return text;
  }

  @Override
  public String sql(boolean ascending) {
    return """
        (
          select %s
          from ${schema}.processes_subscriptions l
          join ${schema}.subscriptions s on s.subscription_id = l.subscription_id
          join ${schema}.products pr on pr.product_id = s.product_id
          where l.process_id = p.process_id
          order by l.created_at, l.subscription_id
          limit 1) %s nulls last""".formatted(expression, ascending ? "asc" : "desc");
  }
}
