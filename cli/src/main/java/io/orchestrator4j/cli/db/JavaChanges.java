package io.orchestrator4j.cli.db;

import com.palantir.javapoet.CodeBlock;
import io.orchestrator4j.migration.CatalogueChange;
import io.orchestrator4j.migration.CatalogueChange.CreateBlock;
import io.orchestrator4j.migration.CatalogueChange.CreateProduct;
import io.orchestrator4j.migration.CatalogueChange.CreateResourceType;
import io.orchestrator4j.migration.CatalogueChange.CreateWorkflow;
import io.orchestrator4j.migration.CatalogueChange.DeleteBlock;
import io.orchestrator4j.migration.CatalogueChange.DeleteBlocks;
import io.orchestrator4j.migration.CatalogueChange.DeleteField;
import io.orchestrator4j.migration.CatalogueChange.DeleteFixedInput;
import io.orchestrator4j.migration.CatalogueChange.DeleteProduct;
import io.orchestrator4j.migration.CatalogueChange.DeleteProductBlocks;
import io.orchestrator4j.migration.CatalogueChange.DeleteResourceType;
import io.orchestrator4j.migration.CatalogueChange.DeleteWorkflow;
import io.orchestrator4j.migration.CatalogueChange.Irreversible;
import io.orchestrator4j.migration.CatalogueChange.LinkWorkflow;
import io.orchestrator4j.migration.CatalogueChange.RenameBlock;
import io.orchestrator4j.migration.CatalogueChange.RenameField;
import io.orchestrator4j.migration.CatalogueChange.RenameFixedInput;
import io.orchestrator4j.migration.CatalogueChange.RenameProduct;
import io.orchestrator4j.migration.CatalogueChange.SetBlocks;
import io.orchestrator4j.migration.CatalogueChange.SetField;
import io.orchestrator4j.migration.CatalogueChange.SetFixedInput;
import io.orchestrator4j.migration.CatalogueChange.SetProductBlocks;
import io.orchestrator4j.migration.CatalogueChange.SetValue;
import io.orchestrator4j.migration.CatalogueChange.Sql;
import io.orchestrator4j.migration.CatalogueChange.UnlinkWorkflow;
import io.orchestrator4j.migration.NewBlock;
import io.orchestrator4j.migration.NewBlocks;
import io.orchestrator4j.migration.NewField;
import io.orchestrator4j.migration.NewProduct;
import io.orchestrator4j.migration.NewWorkflow;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Target;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Changes of the catalogue as calls in Java. */
final class JavaChanges {

  private JavaChanges() {}

  /** The call on the catalogue, without the catalogue. */
  static CodeBlock call(CatalogueChange change) {
    return switch (change) {
      case CreateWorkflow(NewWorkflow workflow) -> CodeBlock.of("createWorkflow($L)", of(workflow));
      case DeleteWorkflow(String name) -> texts("deleteWorkflow", name);
      case LinkWorkflow(String name, List<String> products) ->
        texts("linkWorkflow", Stream.concat(Stream.of(name), products.stream()).toList());
      case UnlinkWorkflow(String name, List<String> products) ->
        texts(
            "unlinkWorkflow", Stream.concat(Stream.of(name), products.stream()).toList());
      case CreateProduct(NewProduct product) -> CodeBlock.of("createProduct($L)", of(product));
      case DeleteProduct(String name) -> texts("deleteProduct", name);
      case RenameProduct(String name, String newName) -> texts("renameProduct", name, newName);
      case SetFixedInput(String product, String name, String value) ->
        texts("setFixedInput", product, name, value);
      case DeleteFixedInput(String product, String name) ->
        texts("deleteFixedInput", product, name);
      case RenameFixedInput(String product, String name, String newName) ->
        texts("renameFixedInput", product, name, newName);
      case CreateBlock(NewBlock block) -> CodeBlock.of("createBlock($L)", of(block));
      case DeleteBlock(String name) -> texts("deleteBlock", name);
      case RenameBlock(String name, String newName) -> texts("renameBlock", name, newName);
      case SetField(String block, NewField field) ->
        CodeBlock.of("addField($S, $L)", block, of(field));
      case DeleteField(String block, String name) -> texts("deleteField", block, name);
      case RenameField(String block, String name, String newName) ->
        texts("renameField", block, name, newName);
      case SetBlocks(String block, NewBlocks field) ->
        CodeBlock.of("addBlocks($S, $L)", block, of(field));
      case DeleteBlocks(String block, String name, List<String> kinds) ->
        texts(
            "deleteBlocks",
            Stream.concat(Stream.of(block, name), kinds.stream()).toList());
      case SetProductBlocks(String product, NewBlocks field) ->
        CodeBlock.of("addProductBlocks($S, $L)", product, of(field));
      case DeleteProductBlocks(String product, String name, List<String> kinds) ->
        texts(
            "deleteProductBlocks",
            Stream.concat(Stream.of(product, name), kinds.stream()).toList());
      case CreateResourceType(String name, String description) ->
        texts("createResourceType", name, description);
      case DeleteResourceType(String name) -> texts("deleteResourceType", name);
      case SetValue(String block, String field, JsonNode value, boolean missingOnly) ->
        CodeBlock.of(
            missingOnly ? "backfill($S, $S, $L)" : "setValue($S, $S, $L)", block, field, of(value));
      case Sql(String statement) -> texts("sql", statement);
      case Irreversible(String reason) -> texts("irreversible", reason);
    };
  }

  /** A workflow, as it is made. */
  static CodeBlock of(NewWorkflow workflow) {
    CodeBlock.Builder made = CodeBlock.builder()
        .add(
            "new $T($S, $T.$L, $S",
            NewWorkflow.class,
            workflow.name(),
            Target.class,
            workflow.target(),
            workflow.description());
    workflow.productTypes().forEach(type -> made.add(", $S", type));
    made.add(")");
    if (!workflow.products().isEmpty()) {
      made.add(".$L", texts("forProducts", workflow.products()));
    }
    return made.add(workflow.task() ? ".asTask()" : "").build();
  }

  private static CodeBlock of(NewProduct product) {
    CodeBlock.Builder made = CodeBlock.builder()
        .add(
            "new $T($S, $S, $S, $S)",
            NewProduct.class,
            product.name(),
            product.productType(),
            product.tag(),
            product.description());
    product
        .fixedInputs()
        .forEach((name, value) -> made.add("\n$>$>.fixed($S, $S)$<$<", name, value));
    product.blocks().forEach(field -> made.add("\n$>$>.with($L)$<$<", of(field)));
    return made.build();
  }

  private static CodeBlock of(NewBlock block) {
    CodeBlock.Builder made = CodeBlock.builder()
        .add("new $T($S, $S, $S)", NewBlock.class, block.name(), block.tag(), block.description());
    block.fields().forEach(field -> made.add("\n$>$>.with($L)$<$<", of(field)));
    block.blocks().forEach(field -> made.add("\n$>$>.with($L)$<$<", of(field)));
    return made.build();
  }

  private static CodeBlock of(NewField field) {
    CodeBlock.Builder made =
        CodeBlock.builder().add("new $T($S, $S)", NewField.class, field.name(), field.valueType());
    if (field.position() != null) {
      made.add(".at($L)", field.position());
    }
    if (field.requiredFrom() != null) {
      made.add(".requiredFrom($S)", field.requiredFrom());
    }
    return made.build();
  }

  private static CodeBlock of(NewBlocks field) {
    CodeBlock.Builder made = CodeBlock.builder().add("new $T($S", NewBlocks.class, field.name());
    field.kinds().forEach(kind -> made.add(", $S", kind));
    made.add(")");
    if (field.position() != null) {
      made.add(".at($L)", field.position());
    }
    if (field.least() != 1 || !Integer.valueOf(1).equals(field.most())) {
      made.add(".between($L, $L)", field.least(), field.most());
    }
    if (field.requiredFrom() != null) {
      made.add(".requiredFrom($S)", field.requiredFrom());
    }
    return made.add(
            switch (field.ownership()) {
              case "shared" -> ".shared()";
              case "owned or shared" -> ".sharedOrOwned()";
              default -> "";
            })
        .build();
  }

  // what JSON has and Java writes as it does; the rest is read from its text
  private static CodeBlock of(JsonNode value) {
    if (value.isString()) {
      return CodeBlock.of("$S", value.stringValue());
    }
    if (value.isNull() || value.isBoolean() || value.isInt()) {
      return CodeBlock.of("$L", value);
    }
    return CodeBlock.of("$T.read($S)", Json.class, Json.write(value));
  }

  private static CodeBlock texts(String method, String... texts) {
    return texts(method, List.of(texts));
  }

  private static CodeBlock texts(String method, Collection<String> texts) {
    return texts.stream()
        .map(text -> CodeBlock.of("$S", text))
        .collect(CodeBlock.joining(", ", method + "(", ")"));
  }
}
