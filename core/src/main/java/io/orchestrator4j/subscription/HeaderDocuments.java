package io.orchestrator4j.subscription;

import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductLifecycle;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionLifecycle;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Subscriptions with their products, as one document each: they stand between rows of other kinds, and in the history. */
final class HeaderDocuments {

  private static final String PRODUCT = """
      json_build_object(
        'product_id', p.product_id, 'name', p.name, 'description', p.description, 'product_type', p.product_type,
        'tag', p.tag, 'status', p.status, 'created_at', p.created_at, 'end_date', p.end_date)""";

  /** The document of a subscription {@code s} and its product {@code p}. */
  static final String HEADER = """
      json_build_object(
        'subscription_id', s.subscription_id, 'customer_id', s.customer_id, 'description', s.description,
        'status', s.status, 'locked_by', s.locked_by, 'start_date', s.start_date, 'end_date', s.end_date,
        'note', s.note, 'version', s.version, 'product', {product})""".replace("{product}", PRODUCT);

  /** The fixed inputs of a product {@code p}. */
  static final String FIXED_INPUTS = """
      (
        select json_object_agg(f.name, f.value)
        from ${schema}.fixed_inputs f
        where f.product_id = p.product_id)""";

  /** The document of a product {@code p} with its fixed inputs. */
  static final String PRODUCT_WITH_INPUTS =
      """
      json_build_object('product', {product}, 'fixed_inputs', {inputs})""".replace("{product}", PRODUCT).replace("{inputs}", FIXED_INPUTS);

  private HeaderDocuments() {}

  static SubscriptionHeader header(JsonNode document) {
    return header(
        uuid(document, "subscription_id"),
        document,
        product(document.path("product")),
        number(document, "version"));
  }

  /** A header whose product and version stand elsewhere. */
  static SubscriptionHeader header(UUID id, JsonNode document, ProductInfo product, int version) {
    return new SubscriptionHeader(
        id,
        product,
        text(document, "customer_id"),
        text(document, "description"),
        SubscriptionLifecycle.parse(text(document, "status")),
        optionalUuid(document, "locked_by"),
        time(document, "start_date"),
        time(document, "end_date"),
        optionalText(document, "note"),
        version);
  }

  static ProductInfo product(JsonNode document) {
    Instant created = time(document, "created_at");
    return new ProductInfo(
        uuid(document, "product_id"),
        text(document, "name"),
        text(document, "description"),
        text(document, "product_type"),
        text(document, "tag"),
        ProductLifecycle.parse(text(document, "status")),
        created == null ? Instant.EPOCH : created,
        time(document, "end_date"));
  }

  private static String text(JsonNode document, String key) {
    return document.path(key).asString();
  }

  private static @Nullable String optionalText(JsonNode document, String key) {
    JsonNode found = document.path(key);
    return found.isString() ? found.stringValue() : null;
  }

  static Map<String, String> fixedInputs(JsonNode document) {
    Map<String, String> inputs = new LinkedHashMap<>();
    document
        .properties()
        .forEach(each -> inputs.put(each.getKey(), each.getValue().asString()));
    return inputs;
  }

  private static int number(JsonNode document, String key) {
    return document.path(key).intValue();
  }

  private static UUID uuid(JsonNode document, String key) {
    return UUID.fromString(text(document, key));
  }

  private static @Nullable UUID optionalUuid(JsonNode document, String key) {
    String found = optionalText(document, key);
    return found == null ? null : UUID.fromString(found);
  }

  private static @Nullable Instant time(JsonNode document, String key) {
    String found = optionalText(document, key);
    return found == null ? null : OffsetDateTime.parse(found).toInstant();
  }
}
