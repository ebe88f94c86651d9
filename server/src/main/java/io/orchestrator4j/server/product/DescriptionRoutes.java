package io.orchestrator4j.server.product;

import io.orchestrator4j.catalogue.CatalogueEdits;
import io.orchestrator4j.catalogue.CatalogueReader;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.JsonBody;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What products are made of, one by one: blocks, resource types and workflows, of which the description can be changed. */
@RestController
@RequestMapping("/api")
final class DescriptionRoutes {

  private static final String CHANGES = "description: at most 2000 letters.";

  private final Described blocks;
  private final Described resourceTypes;
  private final Described workflows;

  private final CatalogueReader catalogue;

  DescriptionRoutes(CatalogueReader catalogue, CatalogueEdits edits) {
    this.catalogue = catalogue;
    this.blocks = new Described(
        "product_block",
        "Product_block",
        id -> catalogue.block(id).map(CatalogueBodies::block),
        edits::block);
    this.resourceTypes = new Described(
        "resource_type",
        "ResourceType",
        id -> catalogue.resourceType(id).map(CatalogueBodies::resourceType),
        edits::resourceType);
    this.workflows = new Described(
        "workflow",
        "Workflow",
        id -> catalogue.workflow(id).map(CatalogueBodies::workflow),
        edits::workflow);
  }

  @Operation(summary = "One block with its resource types")
  @GetMapping("/product_blocks/{product_block_id}")
  ResponseEntity<JsonNode> block(@PathVariable("product_block_id") String id) {
    return blocks.show(id);
  }

  @Operation(summary = "Describe a block", description = CHANGES)
  @PatchMapping("/product_blocks/{product_block_id}")
  ResponseEntity<JsonNode> changeBlock(
      @PathVariable("product_block_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    return blocks.change(id, reporter, body);
  }

  @Operation(summary = "One resource type")
  @GetMapping("/resource_types/{resource_type_id}")
  ResponseEntity<JsonNode> resourceType(@PathVariable("resource_type_id") String id) {
    return resourceTypes.show(id);
  }

  @Operation(summary = "Describe a resource type", description = CHANGES)
  @PatchMapping("/resource_types/{resource_type_id}")
  ResponseEntity<JsonNode> changeResourceType(
      @PathVariable("resource_type_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    return resourceTypes.change(id, reporter, body);
  }

  @Operation(summary = "All workflows and tasks by name")
  @GetMapping("/workflows")
  ResponseEntity<JsonNode> all() {
    return Answers.json(
        200, catalogue.workflows().stream().map(CatalogueBodies::workflow).toList());
  }

  @Operation(summary = "One workflow")
  @GetMapping("/workflows/{workflow_id}")
  ResponseEntity<JsonNode> workflow(@PathVariable("workflow_id") String id) {
    return workflows.show(id);
  }

  @Operation(summary = "Describe a workflow", description = CHANGES)
  @PatchMapping("/workflows/{workflow_id}")
  ResponseEntity<JsonNode> changeWorkflow(
      @PathVariable("workflow_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    return workflows.change(id, reporter, body);
  }
}
