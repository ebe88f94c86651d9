package io.orchestrator4j.server.wire;

import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.server.web.WireTime;
import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What is known of subscriptions besides their blocks: every key is always there, null where there is nothing to say. */
public final class SubscriptionBodies {

  private SubscriptionBodies() {}

  /** A subscription as a process shows it: with the product's id, and without when that was created. */
  public static ObjectNode ofProcess(SubscriptionHeader header) {
    return body(header, header.product().productId().toString(), null, Json.toTree(null));
  }

  /**
   * A subscription as it is shown by itself.
   *
   * @param customerDescriptions how customers call it; null where nobody asks
   */
  public static ObjectNode alone(SubscriptionHeader header, JsonNode customerDescriptions) {
    return body(header, null, header.product().createdAt(), customerDescriptions);
  }

  private static ObjectNode body(
      SubscriptionHeader header,
      @Nullable String productId,
      @Nullable Instant productCreated,
      JsonNode customerDescriptions) {
    ObjectNode body = Json.object()
        .put("subscription_id", header.subscriptionId().toString())
        .put("start_date", time(header.startDate()))
        .put("description", header.description())
        .put("status", header.status().text())
        .put("product_id", productId)
        .put("customer_id", header.customerId())
        .put("insync", header.insync())
        .put("note", header.note())
        .putNull("name")
        .put("end_date", time(header.endDate()));
    body.set("product", product(header.product(), productCreated));
    body.set("customer_descriptions", customerDescriptions);
    return body.putNull("tag").put("version", header.version());
  }

  private static ObjectNode product(ProductInfo product, @Nullable Instant created) {
    return Json.object()
        .put("product_id", product.productId().toString())
        .put("name", product.name())
        .put("description", product.description())
        .put("product_type", product.productType())
        .put("status", product.status().text())
        .put("tag", product.tag())
        .put("created_at", time(created))
        .put("end_date", time(product.endDate()));
  }

  private static @Nullable BigDecimal time(@Nullable Instant time) {
    return time == null ? null : WireTime.seconds(time);
  }
}
