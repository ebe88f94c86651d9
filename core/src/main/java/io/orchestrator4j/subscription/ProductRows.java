package io.orchestrator4j.subscription;

import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.store.Database;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.TimeOrderedId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The products that subscriptions are made of. */
final class ProductRows {

  private static final String SELECT =
      """
      select {product}::text
      from ${schema}.products p
      where p.product_id = any(:ids)
      """.replace("{product}", HeaderDocuments.PRODUCT_WITH_INPUTS);

  /** A product with the texts of its fixed inputs. */
  record Found(ProductInfo product, Map<String, String> fixedInputs) {}

  private final Database database;
  private final DefinedProducts defined;

  ProductRows(Database database, DefinedProducts defined) {
    this.database = database;
    this.defined = defined;
  }

  /** The products of these ids, by id; what is not there is left out. */
  Map<UUID, Found> find(Collection<UUID> ids) {
    Map<UUID, Found> found = new HashMap<>();
    database
        .with(handle -> handle
            .createQuery(SELECT)
            .bind("ids", ids.toArray(UUID[]::new))
            .mapTo(String.class)
            .list())
        .forEach(text -> {
          JsonNode document = Json.read(text);
          ProductInfo product = HeaderDocuments.product(document.path("product"));
          found.put(
              product.productId(),
              new Found(product, HeaderDocuments.fixedInputs(document.path("fixed_inputs"))));
        });
    return found;
  }

  SubscriptionModel create(
      Class<?> wanted, UUID productId, String customerId, @Nullable UUID lockedBy) {
    Found found = find(List.of(productId)).get(productId);
    if (found == null) {
      throw new NotUsable.ProductNotFound(productId);
    }
    String name = found.product().productType();
    ProductTypeDefinition type =
        defined.type(name).orElseThrow(() -> NotUsable.NotDefined.type(name));
    if (!wanted.isAssignableFrom(type.type())) {
      throw NotUsable.WrongClass.product(found.product().name(), name, type.type(), wanted);
    }
    SubscriptionModel fresh = Models.subscription(
        type,
        SubscriptionHeader.fresh(TimeOrderedId.next(), found.product(), customerId, lockedBy),
        found.fixedInputs());
    Models.fill(fresh);
    return fresh;
  }
}
