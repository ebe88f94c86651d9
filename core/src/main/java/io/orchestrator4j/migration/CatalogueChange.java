package io.orchestrator4j.migration;

import io.orchestrator4j.value.Json;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * One thing that a migration does. Its line is what people read, and what tells whether a migration says the same as when
 * it was applied; so it has everything, and its words stay.
 */
public sealed interface CatalogueChange {

  /** What is done, in one line. */
  String line();

  record CreateWorkflow(NewWorkflow workflow) implements CatalogueChange {
    @Override
    public String line() {
      return "create %s %s (%s) %s%s%s"
          .formatted(
              workflow.task() ? "task" : "workflow",
              quoted(workflow.name()),
              workflow.target(),
              quoted(workflow.description()),
              forAll(" for product type ", workflow.productTypes()),
              forAll(" for product ", workflow.products()));
    }
  }

  record DeleteWorkflow(String name) implements CatalogueChange {
    @Override
    public String line() {
      return "delete workflow " + quoted(name);
    }
  }

  record LinkWorkflow(String name, List<String> products) implements CatalogueChange {
    @Override
    public String line() {
      return "link workflow %s%s".formatted(quoted(name), forAll(" to product ", products));
    }
  }

  record UnlinkWorkflow(String name, List<String> products) implements CatalogueChange {
    @Override
    public String line() {
      return "unlink workflow %s%s".formatted(quoted(name), forAll(" from product ", products));
    }
  }

  record CreateProduct(NewProduct product) implements CatalogueChange {
    @Override
    public String line() {
      return "create product %s of type %s, tag %s, %s%s%s"
          .formatted(
              quoted(product.name()),
              quoted(product.productType()),
              quoted(product.tag()),
              quoted(product.description()),
              product.fixedInputs().entrySet().stream()
                  .map(each -> ", fixed input %s %s"
                      .formatted(quoted(each.getKey()), quoted(each.getValue())))
                  .collect(Collectors.joining()),
              product.blocks().stream()
                  .map(each -> ", " + text(each))
                  .collect(Collectors.joining()));
    }
  }

  record DeleteProduct(String name) implements CatalogueChange {
    @Override
    public String line() {
      return "delete product " + quoted(name);
    }
  }

  record RenameProduct(String name, String newName) implements CatalogueChange {
    @Override
    public String line() {
      return "rename product %s to %s".formatted(quoted(name), quoted(newName));
    }
  }

  record SetFixedInput(String product, String name, String value) implements CatalogueChange {
    @Override
    public String line() {
      return "set fixed input %s of product %s to %s"
          .formatted(quoted(name), quoted(product), quoted(value));
    }
  }

  record DeleteFixedInput(String product, String name) implements CatalogueChange {
    @Override
    public String line() {
      return "delete fixed input %s of product %s".formatted(quoted(name), quoted(product));
    }
  }

  record RenameFixedInput(String product, String name, String newName) implements CatalogueChange {
    @Override
    public String line() {
      return "rename fixed input %s of product %s to %s"
          .formatted(quoted(name), quoted(product), quoted(newName));
    }
  }

  record CreateBlock(NewBlock block) implements CatalogueChange {
    @Override
    public String line() {
      return "create block %s, tag %s, %s%s%s"
          .formatted(
              quoted(block.name()),
              quoted(block.tag()),
              quoted(block.description()),
              block.fields().stream().map(each -> ", " + text(each)).collect(Collectors.joining()),
              block.blocks().stream().map(each -> ", " + text(each)).collect(Collectors.joining()));
    }
  }

  record DeleteBlock(String name) implements CatalogueChange {
    @Override
    public String line() {
      return "delete block " + quoted(name);
    }
  }

  record RenameBlock(String name, String newName) implements CatalogueChange {
    @Override
    public String line() {
      return "rename block %s to %s".formatted(quoted(name), quoted(newName));
    }
  }

  record SetField(String block, NewField field) implements CatalogueChange {
    @Override
    public String line() {
      return "set in block %s %s".formatted(quoted(block), text(field));
    }
  }

  record DeleteField(String block, String name) implements CatalogueChange {
    @Override
    public String line() {
      return "delete in block %s field %s with its values".formatted(quoted(block), quoted(name));
    }
  }

  record RenameField(String block, String name, String newName) implements CatalogueChange {
    @Override
    public String line() {
      return "rename in block %s field %s to %s"
          .formatted(quoted(block), quoted(name), quoted(newName));
    }
  }

  record SetBlocks(String block, NewBlocks field) implements CatalogueChange {
    @Override
    public String line() {
      return "set in block %s %s".formatted(quoted(block), text(field));
    }
  }

  /**
   * Takes a field of blocks from a kind of block.
   *
   * @param kinds those that it does not take any more; the whole field goes where there are none
   */
  record DeleteBlocks(String block, String name, List<String> kinds) implements CatalogueChange {
    @Override
    public String line() {
      return "delete in block %s field of blocks %s%s"
          .formatted(quoted(block), quoted(name), forAll(" for block ", kinds));
    }
  }

  record SetProductBlocks(String product, NewBlocks field) implements CatalogueChange {
    @Override
    public String line() {
      return "set in product %s %s".formatted(quoted(product), text(field));
    }
  }

  /**
   * Takes a field of blocks from a product.
   *
   * @param kinds those that it does not take any more; the whole field goes where there are none
   */
  record DeleteProductBlocks(String product, String name, List<String> kinds)
      implements CatalogueChange {
    @Override
    public String line() {
      return "delete in product %s field of blocks %s%s"
          .formatted(quoted(product), quoted(name), forAll(" for block ", kinds));
    }
  }

  record CreateResourceType(String name, String description) implements CatalogueChange {
    @Override
    public String line() {
      return "create resource type %s %s".formatted(quoted(name), quoted(description));
    }
  }

  record DeleteResourceType(String name) implements CatalogueChange {
    @Override
    public String line() {
      return "delete resource type " + quoted(name);
    }
  }

  /**
   * Sets a value in stored subscriptions.
   *
   * @param missingOnly whether only blocks get it that have none
   */
  record SetValue(String block, String field, JsonNode value, boolean missingOnly)
      implements CatalogueChange {
    @Override
    public String line() {
      return "set in all blocks %s%s value %s to %s"
          .formatted(
              quoted(block),
              missingOnly ? " that have none" : "",
              quoted(field),
              Json.write(value));
    }
  }

  record Sql(String statement) implements CatalogueChange {
    @Override
    public String line() {
      return "execute " + statement.strip().replaceAll("\\s+", " ");
    }
  }

  record Irreversible(String reason) implements CatalogueChange {
    @Override
    public String line() {
      return "cannot be taken back: " + reason;
    }
  }

  private static String text(NewField field) {
    return "field %s %s%s%s"
        .formatted(
            quoted(field.name()),
            field.valueType(),
            field.position() == null ? "" : " at " + field.position(),
            field.requiredFrom() == null ? "" : " required from " + field.requiredFrom());
  }

  private static String text(NewBlocks field) {
    return "field %s of %s %s, %d to %s%s%s"
        .formatted(
            quoted(field.name()),
            field.ownership(),
            field.kinds().stream().map(CatalogueChange::quoted).collect(Collectors.joining(" or ")),
            field.least(),
            field.most() == null ? "any number" : field.most(),
            field.position() == null ? "" : " at " + field.position(),
            field.requiredFrom() == null ? "" : " required from " + field.requiredFrom());
  }

  private static String forAll(String before, List<String> names) {
    return names.stream().map(name -> before + quoted(name)).collect(Collectors.joining(","));
  }

  private static String quoted(String name) {
    return "'" + name + "'";
  }
}
