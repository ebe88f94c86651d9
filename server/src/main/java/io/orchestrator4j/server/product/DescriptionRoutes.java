package io.orchestrator4j.server.product;

import io.orchestrator4j.catalogue.Catalogue;
import io.orchestrator4j.catalogue.CatalogueEdits;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Callers;
import io.orchestrator4j.server.web.JsonBody;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.workflow.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What products are made of, one by one: blocks, resource types and workflows, of which the description can be changed. */
@RestController
@RequestMapping("/api")
final class DescriptionRoutes {

  private static final String CHANGES = "description: at most 2000 letters.";
  // the wire has these words for whoever only looks
  private static final String NOT_FOUND = "Not Found";

  private final Catalogue catalogue;
  private final CatalogueEdits edits;

  DescriptionRoutes(Catalogue catalogue, CatalogueEdits edits) {
    this.catalogue = catalogue;
    this.edits = edits;
  }

  @Operation(summary = "One block with its resource types")
  @GetMapping("/product_blocks/{product_block_id}")
  ResponseEntity<JsonNode> block(@PathVariable("product_block_id") String id) {
    return answer(200, block(blockId(id)), blockProblem(NOT_FOUND));
  }

  @Operation(summary = "Describe a block", description = CHANGES)
  @PatchMapping("/product_blocks/{product_block_id}")
  ResponseEntity<JsonNode> changeBlock(
      @PathVariable("product_block_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    UUID blockId = blockId(id);
    Caller caller = Callers.named(reporter);
    describe(body, description -> edits.block(caller, blockId, description));
    return answer(
        201, block(blockId), blockProblem("Product_block id %s not found".formatted(blockId)));
  }

  private Optional<ObjectNode> block(UUID blockId) {
    return catalogue.block(blockId).map(CatalogueBodies::block);
  }

  private static UUID blockId(String text) {
    return Parameters.uuid("product_block_id", text);
  }

  private static Problem blockProblem(String detail) {
    return new Problem(404, "product_block_not_found", detail);
  }

  @Operation(summary = "One resource type")
  @GetMapping("/resource_types/{resource_type_id}")
  ResponseEntity<JsonNode> resourceType(@PathVariable("resource_type_id") String id) {
    return answer(200, resourceType(resourceTypeId(id)), resourceTypeProblem(NOT_FOUND));
  }

  @Operation(summary = "Describe a resource type", description = CHANGES)
  @PatchMapping("/resource_types/{resource_type_id}")
  ResponseEntity<JsonNode> changeResourceType(
      @PathVariable("resource_type_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    UUID typeId = resourceTypeId(id);
    Caller caller = Callers.named(reporter);
    describe(body, description -> edits.resourceType(caller, typeId, description));
    return answer(
        201,
        resourceType(typeId),
        resourceTypeProblem("ResourceType id %s not found".formatted(typeId)));
  }

  private Optional<ObjectNode> resourceType(UUID typeId) {
    return catalogue.resourceType(typeId).map(CatalogueBodies::resourceType);
  }

  private static UUID resourceTypeId(String text) {
    return Parameters.uuid("resource_type_id", text);
  }

  private static Problem resourceTypeProblem(String detail) {
    return new Problem(404, "resource_type_not_found", detail);
  }

  @Operation(summary = "One workflow")
  @GetMapping("/workflows/{workflow_id}")
  ResponseEntity<JsonNode> workflow(@PathVariable("workflow_id") String id) {
    return answer(200, workflow(workflowId(id)), workflowProblem(NOT_FOUND));
  }

  @Operation(summary = "Describe a workflow", description = CHANGES)
  @PatchMapping("/workflows/{workflow_id}")
  ResponseEntity<JsonNode> changeWorkflow(
      @PathVariable("workflow_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    UUID workflowId = workflowId(id);
    Caller caller = Callers.named(reporter);
    describe(body, description -> edits.workflow(caller, workflowId, description));
    return answer(
        201,
        workflow(workflowId),
        workflowProblem("Workflow id %s not found".formatted(workflowId)));
  }

  private Optional<ObjectNode> workflow(UUID workflowId) {
    return catalogue.workflow(workflowId).map(CatalogueBodies::workflow);
  }

  private static UUID workflowId(String text) {
    return Parameters.uuid("workflow_id", text);
  }

  private static Problem workflowProblem(String detail) {
    return new Problem(404, "workflow_not_found", detail);
  }

  private static void describe(JsonBody body, Consumer<String> edit) {
    String description = Changes.ofDescription(body).description();
    if (description != null) {
      edit.accept(description);
    }
  }

  private static ResponseEntity<JsonNode> answer(
      int status, Optional<ObjectNode> found, Problem notFound) {
    return Answers.json(status, found.orElseThrow(notFound::refused));
  }
}
