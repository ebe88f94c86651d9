package io.orchestrator4j.catalogue;

import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.ProductTypeDefinition;
import io.orchestrator4j.store.Database;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Finds products as they are in the database at this moment, beside the definitions of the code. Thread-safe; each
 * question is one statement.
 */
public final class ProductRegistry {

  private final DefinedProducts defined;
  private final ProductTables tables;

  public ProductRegistry(Database database, DefinedProducts defined) {
    this.defined = defined;
    this.tables = new ProductTables(database);
  }

  /** The product types, products and blocks of the code. */
  public DefinedProducts defined() {
    return defined;
  }

  /** The product of this id. */
  public Optional<RegisteredProduct> find(UUID productId) {
    return tables.find(productId);
  }

  /** The product of this name. */
  public Optional<RegisteredProduct> named(String name) {
    return tables.named(name);
  }

  /** The products of these types, by name. */
  public List<RegisteredProduct> of(Collection<ProductTypeDefinition> types) {
    return tables.of(types.stream().map(ProductTypeDefinition::name).toList());
  }

  /** The products that have this workflow, by name, whatever their status. */
  public List<RegisteredProduct> linkedTo(String workflow) {
    return tables.linkedTo(workflow);
  }

  /** Whether a product has a workflow. */
  public boolean hasWorkflow(UUID productId, String workflow) {
    return tables.hasWorkflow(productId, workflow);
  }

  /** The names of all products, in order. */
  List<String> names() {
    return tables.names();
  }
}
