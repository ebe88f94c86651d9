package io.orchestrator4j.product;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.product.InvalidSubscription.Violation;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * Holds subscriptions to what their status demands: the constraints of its group, on the subscription and on all blocks
 * that it reaches, shared ones too.
 */
public final class LifecycleRules {

  private static final Validator VALIDATOR = Validation.byDefaultProvider()
      .configure()
      .messageInterpolator(new ParameterMessageInterpolator())
      .buildValidatorFactory()
      .getValidator();

  private LifecycleRules() {}

  /**
   * Demands that each constraint of a class is one of a status, or of all.
   *
   * @throws DefinitionProblem if one would never be looked at
   */
  static void requireStatusGroups(Class<?> type) {
    for (PropertyDescriptor member :
        VALIDATOR.getConstraintsForClass(type).getConstrainedProperties()) {
      for (ConstraintDescriptor<?> constraint : member.getConstraintDescriptors()) {
        if (constraint.getGroups().stream().noneMatch(LifecycleRules::isOfStatus)) {
          throw new DefinitionProblem(
              type.getSimpleName() + "." + member.getPropertyName(),
              "its @%s is for the group %s, which is no status, so that nobody would look at it"
                  .formatted(
                      constraint.getAnnotation().annotationType().getSimpleName(),
                      constraint.getGroups().iterator().next().getSimpleName()),
              "Name the status from which it counts, as in groups = Active.class, or no group");
        }
      }
    }
  }

  private static boolean isOfStatus(Class<?> group) {
    return Arrays.stream(SubscriptionLifecycle.values())
        .anyMatch(status -> group.isAssignableFrom(status.group()));
  }

  /**
   * Demands that a subscription satisfies a status.
   *
   * @throws InvalidSubscription naming everything that is missing or wrong
   */
  public static void require(SubscriptionModel subscription, SubscriptionLifecycle status) {
    List<Violation> violations = violations(subscription, status);
    if (!violations.isEmpty()) {
      throw new InvalidSubscription(subscription, status, violations);
    }
  }

  /** All that is missing or wrong, in the order of the fields. */
  public static List<Violation> violations(
      SubscriptionModel subscription, SubscriptionLifecycle status) {
    return new Inspection(status).of(subscription);
  }

  /** One look at a tree. */
  private static final class Inspection {

    private final SubscriptionLifecycle status;
    private final List<Violation> violations = new ArrayList<>();
    private final Set<ProductBlockModel> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Inspection(SubscriptionLifecycle status) {
      this.status = status;
    }

    List<Violation> of(SubscriptionModel subscription) {
      ProductTypeDefinition definition = ProductTypeDefinition.of(subscription.getClass());
      inspect(subscription, "", definition.fields());
      return violations;
    }

    private void inspect(Object model, String path, List<FieldDefinition> fields) {
      Set<ConstraintViolation<Object>> found = VALIDATOR.validate(model, status.group());
      List<String> order =
          fields.stream().map(field -> field.access().field().getName()).toList();
      found.stream()
          .filter(violation -> !isTooEarly(violation, fields))
          .sorted(Comparator.comparingInt(
                  (ConstraintViolation<?> violation) -> order.indexOf(member(violation)))
              .thenComparing(ConstraintViolation::getMessage))
          .forEach(violation -> violations.add(
              new Violation(join(path, key(violation, fields)), violation.getMessage())));
      for (FieldDefinition.Blocks field : ModelFields.blocks(fields)) {
        inspectBlocks(model, join(path, field.key()), field);
      }
    }

    private void inspectBlocks(Object model, String path, FieldDefinition.Blocks field) {
      List<ProductBlockModel> blocks = BlockDefinition.in(model, field);
      if (blocks.isEmpty() && mustHaveOne(field)) {
        violations.add(new Violation(path, "must not be null"));
      }
      for (int i = 0; i < blocks.size(); i++) {
        ProductBlockModel block = blocks.get(i);
        if (seen.add(block)) {
          boolean list = field.cardinality() instanceof FieldDefinition.Cardinality.Many;
          inspect(
              block,
              list ? join(path, Integer.toString(i)) : path,
              BlockDefinition.of(block.getClass()).fields());
        }
      }
    }

    // an owned block is there from the beginning, and nobody may take it away
    private static boolean mustHaveOne(FieldDefinition.Blocks field) {
      return field.cardinality() instanceof FieldDefinition.Cardinality.One
          && field.ownership() == FieldDefinition.Ownership.OWNED
          && !field.union()
          && field.requiredFrom() == null;
    }

    // nothing is made for a union, so that its least number counts only once somebody works on it
    private boolean isTooEarly(ConstraintViolation<?> violation, List<FieldDefinition> fields) {
      Annotation annotation = violation.getConstraintDescriptor().getAnnotation();
      boolean counts =
          status == SubscriptionLifecycle.PROVISIONING || status == SubscriptionLifecycle.ACTIVE;
      return !counts
          && (annotation instanceof Size || annotation instanceof NotEmpty)
          && fields.stream()
              .filter(field -> field.access().field().getName().equals(member(violation)))
              .anyMatch(field -> field instanceof FieldDefinition.Blocks blocks
                  && (blocks.union() || blocks.ownership() != FieldDefinition.Ownership.OWNED)
                  && isTooFew(violation, annotation));
    }

    private static boolean isTooFew(ConstraintViolation<?> violation, Annotation annotation) {
      int size = violation.getInvalidValue() instanceof List<?> list ? list.size() : 0;
      return annotation instanceof NotEmpty
          || (annotation instanceof Size limits && size < limits.min());
    }

    private static @Nullable String member(ConstraintViolation<?> violation) {
      var nodes = violation.getPropertyPath().iterator();
      return nodes.hasNext() ? nodes.next().getName() : null;
    }

    private static String key(ConstraintViolation<?> violation, List<FieldDefinition> fields) {
      String member = member(violation);
      return fields.stream()
          .filter(field -> field.access().field().getName().equals(member))
          .map(FieldDefinition::key)
          .findFirst()
          .orElseGet(() -> Objects.requireNonNullElse(member, ""));
    }

    private static String join(String path, String key) {
      if (path.isEmpty() || key.isEmpty()) {
        return path + key;
      }
      return path + "." + key;
    }
  }
}
