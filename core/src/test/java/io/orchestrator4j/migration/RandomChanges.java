package io.orchestrator4j.migration;

import io.orchestrator4j.migration.ModelledCatalogue.Block;
import io.orchestrator4j.migration.ModelledCatalogue.Field;
import io.orchestrator4j.migration.ModelledCatalogue.Instance;
import io.orchestrator4j.migration.ModelledCatalogue.Product;
import io.orchestrator4j.migration.ModelledCatalogue.Workflow;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Says changes by chance, each with what takes it back, and does the same to a model. Names come from few, so that they are
 * given away and taken again.
 */
final class RandomChanges {

  private final Random random;
  private final ModelledCatalogue model;
  private final boolean isFirst;
  private final List<Consumer<Catalogue>> up = new ArrayList<>();
  private final Deque<Consumer<Catalogue>> down = new ArrayDeque<>();

  /**
   * Changes of a model.
   *
   * @param isFirst whether what is created now is what was there before
   */
  RandomChanges(Random random, ModelledCatalogue model, boolean isFirst) {
    this.random = random;
    this.model = model;
    this.isFirst = isFirst;
  }

  /** All that was said, as a migration. */
  KnownMigration migration(String id, String... follows) {
    Catalogue upgrade = new Catalogue();
    up.forEach(each -> each.accept(upgrade));
    Catalogue downgrade = new Catalogue();
    down.forEach(each -> each.accept(downgrade));
    return new KnownMigration(
        id, "By chance", List.of(follows), upgrade.changes(), downgrade.changes());
  }

  /** A catalogue to begin with. */
  void fill() {
    times(3, this::describeName);
    times(5, this::createBlock);
    times(4, this::createProduct);
    times(5, this::createWorkflow);
    times(3, this::link);
  }

  /** Subscriptions to what there is, with values. */
  void sell() {
    for (Product product : model.products) {
      for (int i = random.nextInt(4); i > 0; i--) {
        UUID id = id();
        model.subscriptions.put(id, product);
        product.blocks.forEach(field -> place(id, null, field, 1));
      }
    }
  }

  private void place(UUID subscription, @Nullable UUID parent, NewBlocks field, int count) {
    for (int i = 0; i < count; i++) {
      Block block = model.block(any(field.kinds()));
      ObjectNode values = Json.object();
      block.fields.stream()
          .filter(_ -> random.nextInt(5) > 0)
          .forEach(each -> values.set(each.name(), value()));
      UUID id = id();
      model.instances.add(new Instance(id, subscription, block, parent, field.name(), values));
      block.blocks.forEach(below -> place(subscription, id, below, random.nextInt(3)));
    }
  }

  private UUID id() {
    return new UUID(random.nextLong(), random.nextLong());
  }

  /** One change, of any kind. */
  void one() {
    switch (random.nextInt(25)) {
      case 0 -> createWorkflow();
      case 1 -> deleteWorkflow();
      case 2 -> link();
      case 3 -> unlink();
      case 4 -> createProduct();
      case 5 -> deleteProduct();
      case 6 -> renameProduct();
      case 7 -> setInput();
      case 8 -> deleteInput();
      case 9 -> renameInput();
      case 10 -> createBlock();
      case 11 -> deleteBlock();
      case 12 -> renameBlock();
      case 13, 14 -> addField();
      case 15 -> deleteField();
      case 16, 17 -> renameField();
      case 18 -> changeField();
      case 19 -> setValue();
      case 20 -> setBlocks();
      case 21 -> deleteBlocks();
      case 22 -> describeName();
      case 23 -> forgetName();
      default -> setProductBlocks();
    }
  }

  private void say(Consumer<Catalogue> doing, Consumer<Catalogue> back) {
    up.add(doing);
    down.addFirst(back);
  }

  private void createWorkflow() {
    String name = free("w", model.workflows.stream().map(each -> each.name).toList());
    boolean task = random.nextInt(4) == 0;
    List<String> types = random.nextBoolean() ? List.of("T" + random.nextInt(2)) : List.of();
    List<Product> more = some(model.products);
    NewWorkflow said = new NewWorkflow(
        name,
        any(List.of(Target.values())),
        "as " + random.nextInt(9),
        types,
        more.stream().map(each -> each.name).toList(),
        task);
    Workflow workflow = new Workflow(name, said.target(), said.description(), task);
    model.products.stream()
        .filter(each -> types.contains(each.type) || more.contains(each))
        .forEach(workflow.products::add);
    model.workflows.add(workflow);
    say(catalogue -> catalogue.createWorkflow(said), catalogue -> catalogue.deleteWorkflow(name));
  }

  private void deleteWorkflow() {
    oneOf(model.workflows, workflow -> {
      model.workflows.remove(workflow);
      model.deleted.add("workflow " + workflow.name);
      NewWorkflow back = new NewWorkflow(
          workflow.name,
          workflow.target,
          workflow.description,
          List.of(),
          workflow.products.stream().map(each -> each.name).toList(),
          workflow.task);
      say(
          catalogue -> catalogue.deleteWorkflow(workflow.name),
          catalogue -> catalogue.createWorkflow(back));
    });
  }

  private void link() {
    oneOf(
        model.workflows,
        workflow -> oneOf(
            model.products.stream()
                .filter(each -> !workflow.products.contains(each))
                .toList(),
            product -> {
              workflow.products.add(product);
              String name = product.name;
              say(
                  catalogue -> catalogue.linkWorkflow(workflow.name, name),
                  catalogue -> catalogue.unlinkWorkflow(workflow.name, name));
            }));
  }

  private void unlink() {
    oneOf(
        model.workflows,
        workflow ->
            oneOf(model.products.stream().filter(workflow.products::contains).toList(), product -> {
              workflow.products.remove(product);
              String name = product.name;
              say(
                  catalogue -> catalogue.unlinkWorkflow(workflow.name, name),
                  catalogue -> catalogue.linkWorkflow(workflow.name, name));
            }));
  }

  private void createProduct() {
    String name = free("P", model.products.stream().map(each -> each.name).toList());
    Product product = new Product(isFirst ? name : null, name, "T" + random.nextInt(2));
    NewProduct said = new NewProduct(name, product.type, "TAG", "a product");
    for (int i = random.nextInt(3); i > 0; i--) {
      String value = "v" + random.nextInt(9);
      product.inputs.put("i" + i, value);
      said = said.fixed("i" + i, value);
    }
    for (int i = random.nextInt(3); i > 0 && !model.blocks.isEmpty(); i--) {
      NewBlocks field = new NewBlocks("x" + i, any(model.blocks).name).at(product.blocks.size());
      product.blocks.add(field);
      said = said.with(field);
    }
    linkLikeOthers(product);
    model.products.add(product);
    NewProduct whole = said;
    say(catalogue -> catalogue.createProduct(whole), catalogue -> catalogue.deleteProduct(name));
  }

  private void linkLikeOthers(Product product) {
    model.workflows.stream()
        .filter(
            workflow -> workflow.products.stream().anyMatch(each -> each.type.equals(product.type)))
        .forEach(workflow -> workflow.products.add(product));
  }

  private void deleteProduct() {
    oneOf(
        model.products.stream()
            .filter(each -> !model.subscriptions.containsValue(each))
            .toList(),
        product -> {
          String name = product.name;
          NewProduct back = new NewProduct(
              name, product.type, "TAG", "a product", product.inputs, List.copyOf(product.blocks));
          List<String> linked = workflowsOf(product);
          model.products.remove(product);
          model.workflows.forEach(each -> each.products.remove(product));
          model.deleted.add("product " + product.nameBefore);
          // a product that is created gets what others of its type have
          Product created = new Product(null, name, product.type);
          linkLikeOthers(created);
          List<String> tooMany = workflowsOf(created);
          model.workflows.forEach(each -> each.products.remove(created));
          tooMany.removeAll(linked);
          say(catalogue -> catalogue.deleteProduct(name), catalogue -> {
            catalogue.createProduct(back);
            linked.forEach(workflow -> catalogue.linkWorkflow(workflow, name));
            tooMany.forEach(workflow -> catalogue.unlinkWorkflow(workflow, name));
          });
        });
  }

  private List<String> workflowsOf(Product product) {
    return new ArrayList<>(model.workflows.stream()
        .filter(each -> each.products.contains(product))
        .map(each -> each.name)
        .toList());
  }

  private void renameProduct() {
    oneOf(model.products, product -> {
      String name = product.name;
      String newName = free("P", model.products.stream().map(each -> each.name).toList());
      product.name = newName;
      say(
          catalogue -> catalogue.renameProduct(name, newName),
          catalogue -> catalogue.renameProduct(newName, name));
    });
  }

  private void setInput() {
    oneOf(model.products, product -> {
      String name = product.name;
      String input = "i" + random.nextInt(5);
      String value = "v" + random.nextInt(9);
      String before = product.inputs.put(input, value);
      say(catalogue -> catalogue.setFixedInput(name, input, value), catalogue -> {
        if (before == null) {
          catalogue.deleteFixedInput(name, input);
        } else {
          catalogue.setFixedInput(name, input, before);
        }
      });
    });
  }

  private void deleteInput() {
    oneOf(
        model.products,
        product -> oneOf(List.copyOf(product.inputs.keySet()), input -> {
          String name = product.name;
          String value = product.inputs.remove(input);
          say(
              catalogue -> catalogue.deleteFixedInput(name, input),
              catalogue -> catalogue.setFixedInput(name, input, value));
        }));
  }

  private void renameInput() {
    oneOf(
        model.products,
        product -> oneOf(List.copyOf(product.inputs.keySet()), input -> {
          String name = product.name;
          String newInput = free("i", product.inputs.keySet());
          product.inputs.put(newInput, product.inputs.remove(input));
          say(
              catalogue -> catalogue.renameFixedInput(name, input, newInput),
              catalogue -> catalogue.renameFixedInput(name, newInput, input));
        }));
  }

  private void createBlock() {
    String name = free("B", model.blocks.stream().map(each -> each.name).toList());
    Block block = new Block(isFirst ? name : null, name, "t" + random.nextInt(3));
    NewBlock said = new NewBlock(name, block.tag, "a block");
    for (int i = random.nextInt(4); i > 0; i--) {
      NewField field = field(free("f", fieldNames(block)), block.fields.size());
      block.fields.add(new Field(isFirst ? field.name() : null, field));
      said = said.with(field);
    }
    // only those that are there already, so that none is below itself
    if (!model.blocks.isEmpty() && random.nextBoolean()) {
      NewBlocks field = blocksOf(model.blocks, "y1", block.fields.size());
      block.blocks.add(field);
      said = said.with(field);
    }
    model.blocks.add(block);
    block.fields.forEach(field -> model.useName(field.name()));
    NewBlock whole = said;
    say(catalogue -> catalogue.createBlock(whole), catalogue -> catalogue.deleteBlock(name));
  }

  private NewField field(String name, int position) {
    return new NewField(
        name,
        any(List.of("String", "Integer", "List<Integer>")),
        position,
        random.nextBoolean() ? "active" : null);
  }

  private NewBlocks blocksOf(Collection<Block> kinds, String name, int position) {
    List<String> names =
        new ArrayList<>(some(kinds).stream().map(each -> each.name).toList());
    if (names.isEmpty()) {
      names.add(any(List.copyOf(kinds)).name);
    }
    NewBlocks field = new NewBlocks(name, names.toArray(String[]::new))
        .at(position)
        .between(random.nextInt(2), random.nextBoolean() ? 3 : null);
    return random.nextBoolean() ? field.requiredFrom("provisioning") : field;
  }

  private void deleteBlock() {
    oneOf(model.blocks.stream().filter(each -> !model.isMentioned(each)).toList(), block -> {
      NewBlock back = new NewBlock(
          block.name,
          block.tag,
          "a block",
          block.fields.stream().map(each -> each.facts).toList(),
          List.copyOf(block.blocks));
      model.blocks.remove(block);
      block.fields.forEach(field -> model.leaveName(field.name()));
      model.deleted.add("block " + block.nameBefore);
      say(
          catalogue -> catalogue.deleteBlock(back.name()),
          catalogue -> catalogue.createBlock(back));
    });
  }

  private void renameBlock() {
    oneOf(model.blocks, block -> {
      String name = block.name;
      String newName = free("B", model.blocks.stream().map(each -> each.name).toList());
      block.name = newName;
      model.renameKind(name, newName);
      say(
          catalogue -> catalogue.renameBlock(name, newName),
          catalogue -> catalogue.renameBlock(newName, name));
    });
  }

  private void addField() {
    oneOf(model.blocks, block -> {
      String name = block.name;
      NewField field = field(free("f", fieldNames(block)), position(block));
      block.fields.add(new Field(null, field));
      model.useName(field.name());
      boolean filled = random.nextBoolean();
      JsonNode value = value();
      if (filled) {
        model.set(block, field.name(), value, true);
      }
      // behind all others is where it goes if it says no place
      NewField said = random.nextBoolean()
          ? field
          : new NewField(field.name(), field.valueType(), null, field.requiredFrom());
      say(
          catalogue -> {
            var added = catalogue.addField(name, said);
            if (filled) {
              added.backfill(value);
            }
          },
          catalogue -> catalogue.deleteField(name, field.name()));
    });
  }

  private static List<String> fieldNames(Block block) {
    return block.fields.stream().map(Field::name).toList();
  }

  /** The one behind all others. */
  private static int position(Block block) {
    return Stream.concat(
                block.fields.stream().map(each -> each.facts.position()),
                block.blocks.stream().map(NewBlocks::position))
            .mapToInt(each -> each == null ? 0 : each)
            .max()
            .orElse(-1)
        + 1;
  }

  private void deleteField() {
    oneOf(
        model.blocks,
        block -> oneOf(block.fields, field -> {
          String name = block.name;
          NewField back = field.facts;
          block.fields.remove(field);
          model.of(block).forEach(each -> each.values().remove(field.name()));
          model.leaveName(field.name());
          model.deleted.add("value %s %s".formatted(block.nameBefore, field.nameBefore));
          say(
              catalogue -> catalogue.deleteField(name, back.name()),
              catalogue -> catalogue.addField(name, back));
        }));
  }

  private void renameField() {
    oneOf(
        model.blocks,
        block -> oneOf(block.fields, field -> {
          String name = block.name;
          String oldName = field.name();
          String newName = free("f", fieldNames(block));
          model.renameValues(block, oldName, newName);
          field.facts = new NewField(
              newName, field.facts.valueType(), field.facts.position(), field.facts.requiredFrom());
          model.useName(newName);
          model.leaveName(oldName);
          say(
              catalogue -> catalogue.renameField(name, oldName, newName),
              catalogue -> catalogue.renameField(name, newName, oldName));
        }));
  }

  private void changeField() {
    oneOf(
        model.blocks,
        block -> oneOf(block.fields, field -> {
          String name = block.name;
          NewField before = field.facts;
          NewField after = field(before.name(), random.nextInt(9));
          field.facts = after;
          say(
              catalogue -> catalogue.addField(name, after),
              catalogue -> catalogue.addField(name, before));
        }));
  }

  private void setValue() {
    oneOf(
        model.blocks,
        block -> oneOf(block.fields, field -> {
          String name = block.name;
          String fieldName = field.name();
          JsonNode value = value();
          boolean missingOnly = random.nextBoolean();
          model.set(block, fieldName, value, missingOnly);
          model.deleted.add("value %s %s".formatted(block.nameBefore, field.nameBefore));
          say(
              catalogue -> {
                if (missingOnly) {
                  catalogue.backfill(name, fieldName, value);
                } else {
                  catalogue.setValue(name, fieldName, value);
                }
              },
              _ -> {});
        }));
  }

  private void setBlocks() {
    oneOf(model.blocks, block -> {
      List<NewBlocks> fields = block.blocks;
      NewBlocks before = fields.isEmpty() || random.nextInt(3) == 0 ? null : any(fields);
      NewBlocks after = before == null
          ? blocksOf(
              model.blocks,
              free("y", fields.stream().map(NewBlocks::name).toList()),
              position(block))
          : changed(before);
      String name = block.name;
      replace(fields, before, after);
      say(catalogue -> catalogue.addBlocks(name, after), catalogue -> {
        if (before == null) {
          catalogue.deleteBlocks(name, after.name());
        } else {
          catalogue.addBlocks(name, before);
          added(before, after).forEach(kind -> catalogue.deleteBlocks(name, after.name(), kind));
        }
      });
    });
  }

  private void setProductBlocks() {
    if (model.blocks.isEmpty()) {
      return;
    }
    oneOf(model.products, product -> {
      List<NewBlocks> fields = product.blocks;
      NewBlocks before = fields.isEmpty() || random.nextInt(3) == 0 ? null : any(fields);
      NewBlocks after = before == null
          ? blocksOf(
              model.blocks,
              free("x", fields.stream().map(NewBlocks::name).toList()),
              fields.stream()
                      .mapToInt(each -> each.position() == null ? 0 : each.position())
                      .max()
                      .orElse(-1)
                  + 1)
          : changed(before);
      String name = product.name;
      replace(fields, before, after);
      say(catalogue -> catalogue.addProductBlocks(name, after), catalogue -> {
        if (before == null) {
          catalogue.deleteProductBlocks(name, after.name());
        } else {
          catalogue.addProductBlocks(name, before);
          added(before, after)
              .forEach(kind -> catalogue.deleteProductBlocks(name, after.name(), kind));
        }
      });
    });
  }

  /** The same field with other facts, and perhaps one kind more. */
  private NewBlocks changed(NewBlocks before) {
    List<String> kinds = new ArrayList<>(before.kinds());
    model.blocks.stream()
        .map(each -> each.name)
        .filter(kind -> !kinds.contains(kind) && random.nextInt(4) == 0)
        .findFirst()
        .ifPresent(kinds::add);
    return new NewBlocks(
        before.name(),
        kinds,
        random.nextInt(9),
        random.nextInt(2),
        random.nextBoolean() ? null : 5,
        random.nextBoolean() ? null : "active",
        before.ownership());
  }

  private static List<String> added(NewBlocks before, NewBlocks after) {
    return after.kinds().stream().filter(kind -> !before.kinds().contains(kind)).toList();
  }

  private static void replace(List<NewBlocks> fields, @Nullable NewBlocks before, NewBlocks after) {
    if (before != null) {
      fields.remove(before);
    }
    fields.add(after);
  }

  private void deleteBlocks() {
    oneOf(
        model.blocks,
        block -> oneOf(
            block.blocks.stream()
                .filter(each -> !model.isFilled(block, each.name()))
                .toList(),
            field -> {
              String name = block.name;
              block.blocks.remove(field);
              say(
                  catalogue -> catalogue.deleteBlocks(name, field.name()),
                  catalogue -> catalogue.addBlocks(name, field));
            }));
    oneOf(
        model.products,
        product -> oneOf(
            product.blocks.stream()
                .filter(each -> !model.isFilled(product, each.name()))
                .toList(),
            field -> {
              String name = product.name;
              product.blocks.remove(field);
              say(
                  catalogue -> catalogue.deleteProductBlocks(name, field.name()),
                  catalogue -> catalogue.addProductBlocks(name, field));
            }));
  }

  private void describeName() {
    String name = free("f", model.names.keySet());
    String description = "about " + random.nextInt(9);
    model.names.put(name, description);
    say(
        catalogue -> catalogue.createResourceType(name, description),
        catalogue -> catalogue.deleteResourceType(name));
  }

  private void forgetName() {
    oneOf(model.names.keySet().stream().filter(each -> !model.isUsed(each)).toList(), name -> {
      String description = model.names.remove(name);
      say(
          catalogue -> catalogue.deleteResourceType(name),
          catalogue -> catalogue.createResourceType(name, description));
    });
  }

  private JsonNode value() {
    return switch (random.nextInt(5)) {
      case 0 -> Json.toTree(random.nextInt(100));
      case 1 -> Json.toTree("text \"" + random.nextInt(9) + "\"\nä");
      case 2 -> Json.toTree(List.of(random.nextInt(9), 7));
      case 3 -> Json.toTree(null);
      default -> Json.toTree(random.nextBoolean());
    };
  }

  private String free(String letter, Collection<String> taken) {
    List<String> free = IntStream.range(0, taken.size() + 6)
        .mapToObj(number -> letter + number)
        .filter(name -> !taken.contains(name))
        .toList();
    return any(free);
  }

  private <T> T any(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }

  private <T> List<T> some(Collection<T> all) {
    return all.stream().filter(_ -> random.nextInt(3) == 0).toList();
  }

  private <T> void oneOf(List<T> all, Consumer<T> change) {
    if (!all.isEmpty()) {
      change.accept(any(all));
    }
  }

  private static void times(int count, Runnable change) {
    for (int i = 0; i < count; i++) {
      change.run();
    }
  }
}
