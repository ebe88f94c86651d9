package io.orchestrator4j.server.product;

import io.orchestrator4j.catalogue.CatalogueEdits;
import io.orchestrator4j.catalogue.CatalogueReader;
import io.orchestrator4j.catalogue.EditOutcome;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Callers;
import io.orchestrator4j.server.web.JsonBody;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.server.web.Refused;
import io.swagger.v3.oas.annotations.Operation;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Lists products, and describes them. */
@RestController
@RequestMapping("/api/products")
final class ProductRoutes {

  private final CatalogueReader catalogue;
  private final CatalogueEdits edits;

  ProductRoutes(CatalogueReader catalogue, CatalogueEdits edits) {
    this.catalogue = catalogue;
    this.edits = edits;
  }

  @Operation(
      summary = "The products by name, each with its blocks, fixed inputs and workflows",
      description = "tag= and product_type= leave those that have exactly this one.")
  @GetMapping
  ResponseEntity<JsonNode> products(
      @RequestParam(required = false) @Nullable String tag,
      @RequestParam(name = "product_type", required = false) @Nullable String productType) {
    return Answers.json(
        200,
        catalogue.products(filter("tag", tag), filter("product_type", productType)).stream()
            .map(CatalogueBodies::product)
            .toList());
  }

  // an empty filter is none on this wire
  private static @Nullable String filter(String name, @Nullable String text) {
    return text == null || text.isEmpty() ? null : Parameters.text(name, text, Integer.MAX_VALUE);
  }

  @Operation(summary = "One product with its blocks, fixed inputs and workflows")
  @GetMapping("/{product_id}")
  ResponseEntity<JsonNode> product(@PathVariable("product_id") String id) {
    return answer(200, Parameters.uuid("product_id", id));
  }

  @Operation(
      summary = "Describe a product, or say how far it is in its life",
      description =
          "description, and status: active, pre production, phase out or end of life, which needs all its subscriptions to be terminated.")
  @PatchMapping("/{product_id}")
  ResponseEntity<JsonNode> change(
      @PathVariable("product_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    UUID productId = Parameters.uuid("product_id", id);
    Changes changes = Changes.ofProduct(body);
    EditOutcome outcome =
        edits.product(Callers.named(reporter), productId, changes.description(), changes.status());
    return switch (outcome) {
      case EditOutcome.Done _ -> answer(201, productId);
      case EditOutcome.NotFound _ -> throw notFound(productId);
      case EditOutcome.StillSubscribed(long subscriptions) ->
        new Problem(
                400,
                "product_subscribed",
                "Cannot set product to 'end of life': %d subscription(s) are not in terminated state"
                    .formatted(subscriptions))
            .answer();
    };
  }

  private ResponseEntity<JsonNode> answer(int status, UUID productId) {
    return catalogue
        .product(productId)
        .map(product -> Answers.json(status, CatalogueBodies.product(product)))
        .orElseThrow(() -> notFound(productId));
  }

  private static Refused notFound(UUID productId) {
    return new Problem(404, "product_not_found", "Product id %s not found".formatted(productId))
        .refused();
  }
}
