package io.orchestrator4j.catalogue;

import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.store.Database;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Reads the catalogue as people see it: products with their blocks, fixed inputs and workflows. However many there are,
 * a question takes the same few statements. Thread-safe.
 */
public final class CatalogueReader {

  private final Database database;

  public CatalogueReader(Database database) {
    this.database = database;
  }

  /**
   * Products, by name.
   *
   * @param tag only those with this tag; null for any
   * @param productType only those of this product type; null for any
   */
  public List<ProductDetail> products(@Nullable String tag, @Nullable String productType) {
    return database.with(
        handle -> details(handle, CatalogueTables.products(handle, tag, productType)));
  }

  /** The product of this id. */
  public Optional<ProductDetail> product(UUID productId) {
    return database.with(handle ->
        details(handle, CatalogueTables.product(handle, productId)).stream().findFirst());
  }

  /** The workflows of a product, by name. */
  public List<WorkflowInfo> workflowsOf(UUID productId) {
    return database.with(handle ->
        CatalogueTables.workflowsOf(handle, List.of(productId)).getOrDefault(productId, List.of()));
  }

  /** The block of this id. */
  public Optional<BlockInfo> block(UUID productBlockId) {
    return database.with(
        handle -> CatalogueTables.blocks(handle, List.of(productBlockId)).values().stream()
            .findFirst());
  }

  /** The resource type of this id. */
  public Optional<ResourceTypeInfo> resourceType(UUID resourceTypeId) {
    return database.with(handle -> CatalogueTables.resourceType(handle, resourceTypeId));
  }

  /** All workflows and tasks by name, but for those that are deleted. */
  public List<WorkflowInfo> workflows() {
    return database.with(CatalogueTables::workflows);
  }

  /** The workflow of this id, unless it is deleted. */
  public Optional<WorkflowInfo> workflow(UUID workflowId) {
    return database.with(handle -> CatalogueTables.workflow(handle, workflowId));
  }

  private static List<ProductDetail> details(Handle handle, List<ProductInfo> products) {
    List<UUID> ids = products.stream().map(ProductInfo::productId).toList();
    Map<UUID, List<UUID>> roots = CatalogueTables.rootsOf(handle, ids);
    Map<UUID, BlockInfo> blocks = CatalogueTables.blocks(
        handle, roots.values().stream().flatMap(List::stream).distinct().toList());
    Map<UUID, List<FixedInputInfo>> fixedInputs = CatalogueTables.fixedInputsOf(handle, ids);
    Map<UUID, List<WorkflowInfo>> workflows = CatalogueTables.workflowsOf(handle, ids);
    return products.stream()
        .map(product -> new ProductDetail(
            product,
            roots.getOrDefault(product.productId(), List.of()).stream()
                .map(blocks::get)
                .toList(),
            fixedInputs.getOrDefault(product.productId(), List.of()),
            workflows.getOrDefault(product.productId(), List.of())))
        .toList();
  }
}
