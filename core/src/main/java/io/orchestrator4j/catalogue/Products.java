package io.orchestrator4j.catalogue;

import io.orchestrator4j.product.Models;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.product.SubscriptionModel;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The products, for authors: what can be sold, as the database has it at this moment. An argument of their classes'
 * constructors; to be used in forms and steps, once the orchestrator is started. Thread-safe.
 */
public final class Products {

  private final Supplier<ProductRegistry> registry;

  /** For whoever wires an orchestrator; it must have a registry once that is started. */
  public Products(Supplier<ProductRegistry> registry) {
    this.registry = registry;
  }

  /**
   * The product of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public ProductInfo named(String name) {
    return registry
        .get()
        .named(name)
        .map(RegisteredProduct::product)
        .orElseThrow(() -> new IllegalArgumentException("There is no product '%s'; there are %s"
            .formatted(name, quoted(registry.get().names()))));
  }

  /** The product of this id. */
  public Optional<ProductInfo> find(UUID productId) {
    return registry.get().find(productId).map(RegisteredProduct::product);
  }

  /**
   * The products of a product type, or of all product types that extend or implement something, by name.
   *
   * @throws IllegalArgumentException if no product type of this application is one
   */
  public List<ProductInfo> of(Class<?> type) {
    List<ProductTypeDefinition> types = registry.get().defined().typesOf(type);
    if (types.isEmpty()) {
      throw new IllegalArgumentException("No product type of this application is a %s; there are %s"
          .formatted(type.getSimpleName(), quoted(types())));
    }
    return registry.get().of(types).stream().map(RegisteredProduct::product).toList();
  }

  /** The names of the product types of this application, in order. */
  public List<String> types() {
    return registry.get().defined().types().stream()
        .map(ProductTypeDefinition::name)
        .toList();
  }

  /**
   * The fixed inputs of a product, typed: an object of its product type that has them, and nothing else.
   *
   * @throws IllegalArgumentException if there is no such product, or it is of another product type
   */
  public <S extends SubscriptionModel> S fixedInputs(UUID productId, Class<S> type) {
    RegisteredProduct found = registry
        .get()
        .find(productId)
        .orElseThrow(
            () -> new IllegalArgumentException("There is no product with the id %s; there are %s"
                .formatted(productId, quoted(registry.get().names()))));
    ProductInfo product = found.product();
    ProductTypeDefinition definition = registry
        .get()
        .defined()
        .type(product.productType())
        .orElseThrow(() -> new IllegalArgumentException(
            "The product '%s' is of the product type %s, which this application does not define; it has %s"
                .formatted(product.name(), product.productType(), quoted(types()))));
    if (!type.isAssignableFrom(definition.type())) {
      throw new IllegalArgumentException(
          "The product '%s' is of the product type %s, which is no %s"
              .formatted(product.name(), product.productType(), type.getSimpleName()));
    }
    return type.cast(Models.fixedInputs(definition, found.fixedInputs()));
  }

  private static String quoted(Collection<String> names) {
    return names.isEmpty() ? "none" : "'" + String.join("', '", names) + "'";
  }
}
