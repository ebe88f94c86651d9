package io.orchestrator4j.server.product;

import io.orchestrator4j.catalogue.BlockInfo;
import io.orchestrator4j.catalogue.FixedInputInfo;
import io.orchestrator4j.catalogue.ProductDetail;
import io.orchestrator4j.catalogue.ResourceTypeInfo;
import io.orchestrator4j.catalogue.WorkflowInfo;
import io.orchestrator4j.product.ProductInfo;
import io.orchestrator4j.server.web.WireTime;
import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The catalogue as the wire shows it: every key is always there, null where there is nothing to say. */
final class CatalogueBodies {

  private CatalogueBodies() {}

  static ObjectNode product(ProductDetail detail) {
    ProductInfo product = detail.product();
    ObjectNode body = Json.object()
        .put("product_id", product.productId().toString())
        .put("name", product.name())
        .put("description", product.description())
        .put("product_type", product.productType())
        .put("status", product.status().text())
        .put("tag", product.tag())
        .put("created_at", WireTime.seconds(product.createdAt()))
        .put("end_date", time(product.endDate()));
    ArrayNode blocks = body.putArray("product_blocks");
    detail.blocks().forEach(block -> blocks.add(block(block)));
    ArrayNode inputs = body.putArray("fixed_inputs");
    detail.fixedInputs().forEach(input -> inputs.add(fixedInput(product.productId(), input)));
    ArrayNode workflows = body.putArray("workflows");
    detail.workflows().forEach(workflow -> workflows.add(workflow(workflow)));
    return body;
  }

  static ObjectNode block(BlockInfo block) {
    ObjectNode body = Json.object()
        .put("product_block_id", block.productBlockId().toString())
        .put("name", block.name())
        .put("description", block.description())
        .put("tag", block.tag())
        .put("status", block.status().text());
    ArrayNode resourceTypes = body.putArray("resource_types");
    block.resourceTypes().forEach(type -> resourceTypes.add(resourceType(type)));
    return body.put("created_at", WireTime.seconds(block.createdAt()))
        .put("end_date", time(block.endDate()));
  }

  static ObjectNode resourceType(ResourceTypeInfo type) {
    return Json.object()
        .put("resource_type", type.resourceType())
        .put("description", type.description())
        .put("resource_type_id", type.resourceTypeId().toString());
  }

  static ObjectNode workflow(WorkflowInfo workflow) {
    return Json.object()
        .put("name", workflow.name())
        .put("target", workflow.target().name())
        .put("is_task", workflow.task())
        .put("description", workflow.description())
        .put("created_at", WireTime.seconds(workflow.createdAt()))
        .put("workflow_id", workflow.workflowId().toString())
        .putNull("steps");
  }

  private static ObjectNode fixedInput(UUID productId, FixedInputInfo input) {
    return Json.object()
        .put("fixed_input_id", input.fixedInputId().toString())
        .put("name", input.name())
        .put("value", input.value())
        .put("product_id", productId.toString())
        .put("created_at", WireTime.seconds(input.createdAt()));
  }

  private static @Nullable BigDecimal time(@Nullable Instant time) {
    return time == null ? null : WireTime.seconds(time);
  }
}
