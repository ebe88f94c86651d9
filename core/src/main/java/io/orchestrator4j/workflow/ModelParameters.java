package io.orchestrator4j.workflow;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.product.SubscriptionModel;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the parameters that are domain models: product types, what they extend or implement, and lists of these. */
final class ModelParameters {

  private ModelParameters() {}

  /**
   * A parameter that is a domain model; empty for every other one.
   *
   * @throws DefinitionProblem if no product type of the application is of its class, or it is marked as what it is not
   */
  static Optional<StepParameter.Model> read(
      AuthorMethod method, Parameter parameter, DefinedProducts products) {
    Type item = itemOf(parameter.getParameterizedType());
    Class<?> type = modelOf(item == null ? parameter.getParameterizedType() : item, products);
    InLifecycle lifecycles = parameter.getAnnotation(InLifecycle.class);
    if (type == null) {
      requireUnmarked(method, parameter, lifecycles);
      return Optional.empty();
    }
    if (type != SubscriptionModel.class && !products.knows(type)) {
      throw new DefinitionProblem(
          method.place(),
          "the parameter '%s' is a %s, which is no product type of this application"
              .formatted(parameter.getName(), type.getSimpleName()),
          "Mark the class @ProductType and register it with the other product types");
    }
    if (parameter.isAnnotationPresent(DefaultValue.class)) {
      throw new DefinitionProblem(
          method.place(),
          "the parameter '%s' is a %s and has a @DefaultValue, and a domain model has none"
              .formatted(parameter.getName(), type.getSimpleName()),
          "Mark it @Nullable instead");
    }
    return Optional.of(new StepParameter.Model(
        method.place(),
        parameter.getName(),
        Parameters.keyOf(parameter),
        type,
        item != null,
        Parameters.isNullable(parameter),
        lifecycles == null ? Set.of() : Set.of(lifecycles.value())));
  }

  /** Whether values of this type are domain models. */
  static boolean isModel(Class<?> type, DefinedProducts products) {
    return modelOf(type, products) != null;
  }

  private static void requireUnmarked(
      AuthorMethod method, Parameter parameter, @Nullable InLifecycle lifecycles) {
    if (lifecycles != null) {
      throw new DefinitionProblem(
          method.place(),
          "the parameter '%s' is marked @InLifecycle and is a %s, which has no life cycle"
              .formatted(parameter.getName(), parameter.getType().getSimpleName()),
          "Mark domain models only");
    }
  }

  private static @Nullable Type itemOf(Type type) {
    return type instanceof ParameterizedType list && list.getRawType() == List.class
        ? list.getActualTypeArguments()[0]
        : null;
  }

  private static @Nullable Class<?> modelOf(Type type, DefinedProducts products) {
    return switch (type) {
      case WildcardType wildcard -> modelOf(wildcard.getUpperBounds()[0], products);
      case Class<?> found when SubscriptionModel.class.isAssignableFrom(found) -> found;
      case Class<?> found when found.isInterface() && products.knows(found) -> found;
      default -> null;
    };
  }
}
