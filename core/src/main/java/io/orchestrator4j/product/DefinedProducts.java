package io.orchestrator4j.product;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.definition.DefinitionProblem;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The product types, products and blocks that this application defines, by name. */
public final class DefinedProducts {

  private final Map<String, ProductTypeDefinition> types;
  private final Map<String, ProductDefinition> products;
  private final Map<String, BlockDefinition> blocks;
  private final Set<Class<? extends SubscriptionModel>> refused;

  private DefinedProducts(
      Map<String, ProductTypeDefinition> types,
      Map<String, ProductDefinition> products,
      Map<String, BlockDefinition> blocks,
      Set<Class<? extends SubscriptionModel>> refused) {
    this.types = types;
    this.products = products;
    this.blocks = blocks;
    this.refused = refused;
  }

  /**
   * Reads product types, and all blocks that they reach.
   *
   * @param types classes marked {@link ProductType}
   * @param blocks further classes marked {@link ProductBlock}: those that are found only as subclasses of a field's type
   * @throws DefinitionException naming everything that is wrong with them
   */
  public static DefinedProducts of(
      Collection<Class<? extends SubscriptionModel>> types,
      Collection<Class<? extends ProductBlockModel>> blocks) {
    return new Reading().read(types, blocks);
  }

  /** Those of an application that has none. */
  public static DefinedProducts none() {
    return refused(Set.of());
  }

  /** None, since something is wrong with these: whatever else is read need not complain that they are missing. */
  public static DefinedProducts refused(Set<Class<? extends SubscriptionModel>> types) {
    return new DefinedProducts(Map.of(), Map.of(), Map.of(), Set.copyOf(types));
  }

  /** The product type of this name. */
  public Optional<ProductTypeDefinition> type(String name) {
    return Optional.ofNullable(types.get(name));
  }

  /** The product of this name. */
  public Optional<ProductDefinition> product(String name) {
    return Optional.ofNullable(products.get(name));
  }

  /** The block of this name. */
  public Optional<BlockDefinition> block(String name) {
    return Optional.ofNullable(blocks.get(name));
  }

  /** All product types, by name. */
  public Collection<ProductTypeDefinition> types() {
    return types.values();
  }

  /** The product types whose class is this one, or extends or implements it. */
  public List<ProductTypeDefinition> typesOf(Class<?> superclass) {
    return types.values().stream()
        .filter(each -> superclass.isAssignableFrom(each.type()))
        .toList();
  }

  /** Whether a product type is of this class, or extends or implements it, be it refused or not. */
  public boolean knows(Class<?> superclass) {
    return !typesOf(superclass).isEmpty()
        || refused.stream().anyMatch(superclass::isAssignableFrom);
  }

  /** All products, by name. */
  public Collection<ProductDefinition> products() {
    return products.values();
  }

  /** All blocks, by name. */
  public Collection<BlockDefinition> blocks() {
    return blocks.values();
  }

  /** The blocks that a field takes, by name. */
  public List<BlockDefinition> membersOf(FieldDefinition.Blocks field) {
    return blocks.values().stream().filter(block -> field.accepts(block.type())).toList();
  }

  /** What is read so far, and what is wrong with it. */
  private static final class Reading {

    private final List<DefinitionProblem> problems = new ArrayList<>();
    private final Map<String, ProductTypeDefinition> types = new TreeMap<>();
    private final Map<String, ProductDefinition> products = new TreeMap<>();
    private final Map<String, BlockDefinition> blocks = new TreeMap<>();
    private final Set<Class<?>> seen = new LinkedHashSet<>();
    private final Set<Class<?>> refused = new LinkedHashSet<>();

    DefinedProducts read(
        Collection<Class<? extends SubscriptionModel>> typeClasses,
        Collection<Class<? extends ProductBlockModel>> blockClasses) {
      typeClasses.stream().distinct().forEach(this::readType);
      blockClasses.forEach(this::reach);
      problems.addAll(EndlessBlocks.in(blocks.values()));
      for (FieldDefinition.Blocks field : allFields()) {
        if (!isRefused(field)
            && blocks.values().stream().noneMatch(block -> field.accepts(block.type()))) {
          problems.add(new DefinitionProblem(
              field.access().place(),
              "no block that this application defines can stand there",
              "Mark a class @ProductBlock that is a " + field.access().type().getTypeName()));
        }
      }
      if (problems.isEmpty()) {
        problems.addAll(Initializers.thatOverwrite(types.values(), blocks.values()));
      }
      if (!problems.isEmpty()) {
        throw new DefinitionException(problems);
      }
      return new DefinedProducts(types, products, blocks, Set.of());
    }

    private void readType(Class<? extends SubscriptionModel> type) {
      try {
        ProductTypeDefinition definition = ProductTypeDefinition.of(type);
        ProductTypeDefinition other = types.putIfAbsent(definition.name(), definition);
        if (other != null) {
          problems.add(taken(type, "product type", definition.name(), other.type()));
        }
        definition.products().forEach(product -> add(type, product));
        definition.blockFields().forEach(this::reach);
      } catch (DefinitionProblem problem) {
        problems.add(problem);
      }
    }

    private void add(Class<?> type, ProductDefinition product) {
      ProductDefinition other = products.putIfAbsent(product.name(), product);
      if (other != null) {
        problems.add(new DefinitionProblem(
            type.getSimpleName(),
            "the product's name '%s' is taken by the product type %s"
                .formatted(product.name(), other.productType()),
            "Give one of them another name"));
      }
    }

    private void reach(FieldDefinition.Blocks field) {
      field.types().forEach(this::reach);
    }

    private void reach(Class<?> type) {
      if (!seen.add(type)) {
        return;
      }
      if (type.isSealed()) {
        for (Class<?> permitted : type.getPermittedSubclasses()) {
          reach(permitted);
        }
      }
      if (ProductBlockModel.class.isAssignableFrom(type)
          && (!Modifier.isAbstract(type.getModifiers())
              || type.isAnnotationPresent(ProductBlock.class))) {
        readBlock(type.asSubclass(ProductBlockModel.class));
      }
    }

    private void readBlock(Class<? extends ProductBlockModel> type) {
      try {
        BlockDefinition definition = BlockDefinition.of(type);
        BlockDefinition other = blocks.putIfAbsent(definition.name(), definition);
        if (other != null) {
          problems.add(taken(type, "block", definition.name(), other.type()));
        }
        definition.blockFields().forEach(this::reach);
      } catch (DefinitionProblem problem) {
        problems.add(problem);
        refused.add(type);
      }
    }

    // what is wrong with its block was said already
    private boolean isRefused(FieldDefinition.Blocks field) {
      return refused.stream().anyMatch(field::accepts);
    }

    private List<FieldDefinition.Blocks> allFields() {
      List<FieldDefinition.Blocks> fields = new ArrayList<>();
      types.values().forEach(type -> fields.addAll(type.blockFields()));
      blocks.values().forEach(block -> fields.addAll(block.blockFields()));
      return fields;
    }

    private static DefinitionProblem taken(
        Class<?> type, String what, String name, Class<?> other) {
      return new DefinitionProblem(
          type.getSimpleName(),
          "the %s's name '%s' is taken by %s".formatted(what, name, other.getName()),
          "Give one of them another name");
    }
  }
}
