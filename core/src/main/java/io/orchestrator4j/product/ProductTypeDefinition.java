package io.orchestrator4j.product;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.value.NotConvertible;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A product type as its class declares it.
 *
 * @param name unique among all product types
 * @param fields those that hold blocks
 * @param products what is sold of it
 */
public record ProductTypeDefinition(
    Class<? extends SubscriptionModel> type,
    String name,
    List<FixedInputDefinition> fixedInputs,
    List<FieldDefinition> fields,
    List<ComputedDefinition> computed,
    List<ProductDefinition> products) {

  private static final ClassValue<ProductTypeDefinition> KNOWN = new ClassValue<>() {
    @Override
    protected ProductTypeDefinition computeValue(Class<?> type) {
      return read(type.asSubclass(SubscriptionModel.class));
    }
  };

  public ProductTypeDefinition {
    fixedInputs = List.copyOf(fixedInputs);
    fields = List.copyOf(fields);
    computed = List.copyOf(computed);
    products = List.copyOf(products);
  }

  /**
   * The definition of a product type's class.
   *
   * @throws DefinitionProblem if it is not as it should be
   */
  public static ProductTypeDefinition of(Class<? extends SubscriptionModel> type) {
    return KNOWN.get(type);
  }

  /** The fields that hold blocks. */
  public List<FieldDefinition.Blocks> blockFields() {
    return ModelFields.blocks(fields);
  }

  /** A subscription without header and blocks. */
  SubscriptionModel create() {
    try {
      Constructor<? extends SubscriptionModel> constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("%s cannot be made".formatted(type.getName()), e);
    }
  }

  private static ProductTypeDefinition read(Class<? extends SubscriptionModel> type) {
    ProductType annotation = type.getAnnotation(ProductType.class);
    if (annotation == null) {
      throw new DefinitionProblem(
          type.getSimpleName(),
          "it is used as a product type but not marked @ProductType",
          "Mark it @ProductType(\"" + type.getSimpleName() + "\")");
    }
    ModelClass.requireUsable(type);
    LifecycleRules.requireStatusGroups(type);
    List<FixedInputDefinition> inputs = ModelClass.declared(type, SubscriptionModel.class).stream()
        .filter(field -> field.isAnnotationPresent(FixedInput.class))
        .map(ProductTypeDefinition::fixedInput)
        .toList();
    List<FieldDefinition> fields = ModelClass.fieldsOf(type, SubscriptionModel.class);
    fields.forEach(ProductTypeDefinition::requireBlocks);
    List<ComputedDefinition> computed = ModelClass.computedOf(type);
    Stream<String> keys = Stream.of(
            inputs.stream().map(FixedInputDefinition::name),
            fields.stream().map(FieldDefinition::key),
            computed.stream().map(ComputedDefinition::key))
        .flatMap(each -> each);
    ModelClass.requireDistinct(type, keys, ModelTree.KEYS_OF_SUBSCRIPTIONS);
    return new ProductTypeDefinition(
        type, annotation.value(), inputs, fields, computed, products(type, annotation, inputs));
  }

  private static void requireBlocks(FieldDefinition field) {
    if (field instanceof FieldDefinition.Value value) {
      throw new DefinitionProblem(
          value.access().place(),
          "a product type has blocks and fixed inputs, and this is neither",
          "Put the field into a block, or mark it @FixedInput if the product has its value");
    }
  }

  private static FixedInputDefinition fixedInput(Field field) {
    FieldAccess access = new FieldAccess(field);
    Class<?> type = field.getType();
    boolean simple = type.isEnum()
        || type.isPrimitive()
        || Number.class.isAssignableFrom(type)
        || type == Boolean.class
        || type == String.class;
    if (!simple) {
      throw new DefinitionProblem(
          access.place(),
          "a fixed input cannot be a " + type.getSimpleName(),
          "Make it an enum, a number, a boolean or a String");
    }
    return new FixedInputDefinition(ModelClass.key(field, field.getName()), access);
  }

  private static List<ProductDefinition> products(
      Class<?> type, ProductType productType, List<FixedInputDefinition> inputs) {
    List<ProductDefinition> products = new ArrayList<>();
    for (Product product : type.getAnnotationsByType(Product.class)) {
      ModelClass.requireShort(place(type, product), product.tag());
      products.add(new ProductDefinition(
          product.name(),
          product.tag(),
          product.description(),
          productType.value(),
          fixed(type, product, inputs)));
    }
    return products;
  }

  private static String place(Class<?> type, Product product) {
    return "%s, product '%s'".formatted(type.getSimpleName(), product.name());
  }

  private static Map<String, String> fixed(
      Class<?> type, Product product, List<FixedInputDefinition> inputs) {
    String place = place(type, product);
    Map<String, String> given = new LinkedHashMap<>();
    for (String pair :
        product.fixed().isBlank() ? new String[0] : product.fixed().split(",")) {
      String[] sides = pair.split("=", 2);
      if (sides.length != 2) {
        throw new DefinitionProblem(
            place,
            "fixed = \"%s\" has the part '%s' without a value"
                .formatted(product.fixed(), pair.strip()),
            "Write it as in fixed = \"affiliation=internal, speed=1000\"");
      }
      if (given.put(sides[0].strip(), sides[1].strip()) != null) {
        throw new DefinitionProblem(
            place,
            "fixed = \"%s\" has two values for %s".formatted(product.fixed(), sides[0].strip()),
            "Take one of them away");
      }
    }
    requireSame(place, given.keySet(), inputs);
    inputs.forEach(input -> requireFitting(place, input, given.get(input.name())));
    return given;
  }

  private static void requireSame(
      String place, Set<String> given, List<FixedInputDefinition> inputs) {
    Set<String> wanted =
        inputs.stream().map(FixedInputDefinition::name).collect(Collectors.toSet());
    if (!wanted.equals(given)) {
      throw new DefinitionProblem(
          place,
          "its fixed inputs are %s, and the product type has %s".formatted(given, wanted),
          "Give each of them a value, and no other");
    }
  }

  private static void requireFitting(
      String place, FixedInputDefinition input, @Nullable String text) {
    if (!fits(input, String.valueOf(text))) {
      Class<?> type = input.access().field().getType();
      String expected = type.isEnum()
          ? "one of " + Arrays.toString(type.getEnumConstants())
              + ", in lower case or by its @JsonProperty"
          : "a " + type.getSimpleName();
      throw new DefinitionProblem(
          place, "the fixed input %s is '%s'".formatted(input.name(), text), "Write " + expected);
    }
  }

  private static boolean fits(FixedInputDefinition input, String text) {
    try {
      return input.parse(text) != null;
    } catch (NotConvertible _) {
      return false;
    }
  }

  @Override
  public String toString() {
    return "product type " + name;
  }
}
