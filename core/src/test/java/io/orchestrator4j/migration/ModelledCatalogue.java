package io.orchestrator4j.migration;

import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Target;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a catalogue and its subscriptions should be after the changes that were said: a second opinion to PostgreSQL's. */
final class ModelledCatalogue {

  static final class Field {
    final @Nullable String nameBefore;
    NewField facts;

    Field(@Nullable String nameBefore, NewField facts) {
      this.nameBefore = nameBefore;
      this.facts = facts;
    }

    String name() {
      return facts.name();
    }
  }

  static final class Block {
    final @Nullable String nameBefore;
    final String tag;
    String name;
    final List<Field> fields = new ArrayList<>();
    final List<NewBlocks> blocks = new ArrayList<>();

    Block(@Nullable String nameBefore, String name, String tag) {
      this.nameBefore = nameBefore;
      this.name = name;
      this.tag = tag;
    }
  }

  static final class Product {
    final @Nullable String nameBefore;
    final String type;
    String name;
    final Map<String, String> inputs = new TreeMap<>();
    final List<NewBlocks> blocks = new ArrayList<>();

    Product(@Nullable String nameBefore, String name, String type) {
      this.nameBefore = nameBefore;
      this.name = name;
      this.type = type;
    }
  }

  static final class Workflow {
    final String name;
    final Target target;
    final String description;
    final boolean task;
    final Set<Product> products = new HashSet<>();

    Workflow(String name, Target target, String description, boolean task) {
      this.name = name;
      this.target = target;
      this.description = description;
      this.task = task;
    }
  }

  record Instance(
      UUID id,
      UUID subscription,
      Block block,
      @Nullable UUID parent,
      String attribute,
      ObjectNode values) {}

  final List<Block> blocks = new ArrayList<>();
  final List<Product> products = new ArrayList<>();
  final List<Workflow> workflows = new ArrayList<>();
  final Map<String, String> names = new TreeMap<>();
  final Map<UUID, Product> subscriptions = new TreeMap<>();
  final List<Instance> instances = new ArrayList<>();

  /** What was deleted by name, or values of it set, with the names from before. */
  final Set<String> deleted = new TreeSet<>();

  Block block(String name) {
    return blocks.stream().filter(each -> each.name.equals(name)).findFirst().orElseThrow();
  }

  List<Instance> of(Block block) {
    return instances.stream().filter(each -> each.block() == block).toList();
  }

  boolean isFilled(Product product, String attribute) {
    return instances.stream()
        .anyMatch(each -> each.parent() == null
            && each.attribute().equals(attribute)
            && subscriptions.get(each.subscription()) == product);
  }

  boolean isFilled(Block block, String attribute) {
    List<UUID> holders = of(block).stream().map(Instance::id).toList();
    return instances.stream()
        .anyMatch(each -> each.attribute().equals(attribute) && holders.contains(each.parent()));
  }

  boolean isMentioned(Block block) {
    return !of(block).isEmpty()
        || blocks.stream()
            .flatMap(each -> each.blocks.stream())
            .anyMatch(field -> field.kinds().contains(block.name))
        || products.stream()
            .flatMap(each -> each.blocks.stream())
            .anyMatch(field -> field.kinds().contains(block.name));
  }

  boolean isUsed(String fieldName) {
    return blocks.stream()
        .flatMap(block -> block.fields.stream())
        .anyMatch(field -> field.name().equals(fieldName));
  }

  void useName(String fieldName) {
    names.putIfAbsent(fieldName, "");
  }

  /** A name that nobody described is only there while a field has it. */
  void leaveName(String fieldName) {
    if (!isUsed(fieldName)) {
      names.remove(fieldName, "");
    }
  }

  void set(Block block, String field, JsonNode value, boolean missingOnly) {
    for (Instance instance : of(block)) {
      if (!missingOnly
          || instance.values().path(field).isMissingNode()
          || isNull(instance, field)) {
        instance.values().set(field, value);
      }
    }
  }

  private static boolean isNull(Instance instance, String field) {
    return instance.values().path(field).isNull();
  }

  void renameValues(Block block, String field, String newField) {
    for (Instance instance : of(block)) {
      ObjectNode renamed = Json.object();
      instance
          .values()
          .properties()
          .forEach(each ->
              renamed.set(each.getKey().equals(field) ? newField : each.getKey(), each.getValue()));
      instance.values().removeAll();
      instance.values().setAll(renamed);
    }
  }

  /** Other fields of blocks name a block by its name. */
  void renameKind(String name, String newName) {
    blocks.forEach(each -> each.blocks.replaceAll(field -> renamed(field, name, newName)));
    products.forEach(each -> each.blocks.replaceAll(field -> renamed(field, name, newName)));
  }

  private static NewBlocks renamed(NewBlocks field, String name, String newName) {
    return new NewBlocks(
        field.name(),
        field.kinds().stream().map(kind -> kind.equals(name) ? newName : kind).toList(),
        field.position(),
        field.least(),
        field.most(),
        field.requiredFrom(),
        field.ownership());
  }

  /** All of it as {@link CatalogueDump} reads it. */
  CatalogueDump dump() {
    Set<String> lines = new TreeSet<>();
    for (Block block : blocks) {
      lines.add("block %s %s".formatted(block.name, block.tag));
      block.fields.forEach(field -> lines.add(CatalogueDump.line(block.name, field.facts)));
      block.blocks.forEach(field -> field
          .kinds()
          .forEach(kind -> lines.add("blocks of " + CatalogueDump.line(block.name, kind, field))));
    }
    for (Product product : products) {
      lines.add("product %s %s".formatted(product.name, product.type));
      product.inputs.forEach(
          (name, value) -> lines.add("input %s %s %s".formatted(product.name, name, value)));
      product.blocks.forEach(field -> field
          .kinds()
          .forEach(
              kind -> lines.add("blocks below " + CatalogueDump.line(product.name, kind, field))));
    }
    for (Workflow workflow : workflows) {
      lines.add("workflow %s %s %s %s"
          .formatted(workflow.name, workflow.target, workflow.task, workflow.description));
      workflow.products.forEach(
          product -> lines.add("link %s %s".formatted(product.name, workflow.name)));
    }
    names.forEach((name, description) -> lines.add("name %s %s".formatted(name, description)));
    subscriptions.forEach(
        (id, product) -> lines.add("subscription %s %s".formatted(id, product.name)));
    Map<String, ObjectNode> values = new TreeMap<>();
    instances.forEach(each -> values.put(
        "%s %s %s".formatted(each.id(), each.block().name, each.attribute()),
        each.values().deepCopy()));
    return new CatalogueDump(lines, values);
  }
}
