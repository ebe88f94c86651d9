package io.orchestrator4j.product;

import io.orchestrator4j.definition.DefinitionProblem;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A block as its class declares it.
 *
 * @param name unique among all blocks
 * @param tag a short label; empty where there is none
 * @param fields those of its superclasses first, in the order of their declaration
 */
public record BlockDefinition(
    Class<? extends ProductBlockModel> type,
    String name,
    String tag,
    String description,
    List<FieldDefinition> fields,
    List<ComputedDefinition> computed) {

  private static final ClassValue<BlockDefinition> KNOWN = new ClassValue<>() {
    @Override
    protected BlockDefinition computeValue(Class<?> type) {
      return read(type.asSubclass(ProductBlockModel.class));
    }
  };

  public BlockDefinition {
    fields = List.copyOf(fields);
    computed = List.copyOf(computed);
  }

  /**
   * The definition of a block's class.
   *
   * @throws DefinitionProblem if it is not as it should be
   */
  public static BlockDefinition of(Class<? extends ProductBlockModel> type) {
    return KNOWN.get(type);
  }

  /** The field of this key. */
  public Optional<FieldDefinition> field(String key) {
    return fields.stream().filter(field -> field.key().equals(key)).findFirst();
  }

  /** The fields that hold values. */
  public List<FieldDefinition.Value> values() {
    return ModelFields.values(fields);
  }

  /** The fields that hold blocks. */
  public List<FieldDefinition.Blocks> blockFields() {
    return ModelFields.blocks(fields);
  }

  /** The blocks in all fields of a block, in their order. */
  public List<ProductBlockModel> blocksOf(ProductBlockModel block) {
    return blockFields().stream().flatMap(field -> in(block, field).stream()).toList();
  }

  /** The blocks in one field of a block or subscription, in their order; nulls are left out. */
  public static List<ProductBlockModel> in(Object model, FieldDefinition.Blocks field) {
    return switch (field.access().read(model)) {
      case null -> List.of();
      case ProductBlockModel block -> List.of(block);
      case Collection<?> blocks -> {
        List<ProductBlockModel> found = new ArrayList<>();
        for (Object block : blocks) {
          if (block != null) {
            found.add((ProductBlockModel) block);
          }
        }
        yield found;
      }
      default -> throw new IllegalStateException(field.access().place() + " holds no block");
    };
  }

  /** A new block of this kind. */
  ProductBlockModel create() {
    try {
      Constructor<? extends ProductBlockModel> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "The constructor of %s threw".formatted(type.getName()),
          Objects.requireNonNull(e.getCause()));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("%s cannot be made".formatted(type.getName()), e);
    }
  }

  private static BlockDefinition read(Class<? extends ProductBlockModel> type) {
    ProductBlock block = type.getAnnotation(ProductBlock.class);
    if (block == null) {
      throw new DefinitionProblem(
          type.getSimpleName(),
          "it is used as a block but not marked @ProductBlock",
          "Mark it @ProductBlock(\"" + type.getSimpleName() + "\")");
    }
    ModelClass.requireUsable(type);
    LifecycleRules.requireStatusGroups(type);
    ModelClass.requireShort(type.getSimpleName(), block.tag());
    ModelClass.requireNoFixedInputs(type, ProductBlockModel.class);
    List<FieldDefinition> fields = ModelClass.fieldsOf(type, ProductBlockModel.class);
    List<ComputedDefinition> computed = ModelClass.computedOf(type);
    ModelClass.requireDistinct(
        type,
        Stream.concat(
            fields.stream().map(FieldDefinition::key),
            computed.stream().map(ComputedDefinition::key)),
        ModelTree.KEYS_OF_BLOCKS);
    return new BlockDefinition(
        type, block.value(), block.tag(), block.description(), fields, computed);
  }

  @Override
  public String toString() {
    return "block " + name;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BlockDefinition definition && definition.type == type;
  }

  @Override
  public int hashCode() {
    return type.hashCode();
  }
}
