package io.orchestrator4j.form.page;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.BrokenLimit;
import io.orchestrator4j.form.field.FieldLimits;
import io.orchestrator4j.form.field.Limit;
import jakarta.validation.ConstraintDeclarationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.ElementDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * The limits that Jakarta Validation's annotations set to a component: what they are, for the schema, and which ones a
 * value breaks, in Hibernate Validator's judgement.
 */
public record Limits(Class<?> page, String component) implements FieldLimits {

  // no expression language: messages of authors are texts with parameters
  private static final Validator VALIDATOR = Validation.byDefaultProvider()
      .configure()
      .messageInterpolator(new AuthorsMessages())
      .buildValidatorFactory()
      .getValidator();

  /** Puts together the messages of constraints that the wire has no words for; the others are never read. */
  private static final class AuthorsMessages implements MessageInterpolator {

    private final MessageInterpolator delegate = new ParameterMessageInterpolator();

    @Override
    public String interpolate(String template, Context context) {
      return isOther(context) ? delegate.interpolate(template, context) : "";
    }

    @Override
    public String interpolate(String template, Context context, Locale locale) {
      return isOther(context) ? delegate.interpolate(template, context, locale) : "";
    }

    private static boolean isOther(Context context) {
      return KnownConstraints.limits(context.getConstraintDescriptor().getAnnotation(), "").stream()
          .anyMatch(Limit.Other.class::isInstance);
    }
  }

  @Override
  public List<Limit> all() {
    PropertyDescriptor property = property();
    return property == null ? List.of() : known(property);
  }

  /** The limits of each item of a list. */
  public List<Limit> ofItems() {
    PropertyDescriptor property = property();
    return property == null
        ? List.of()
        : property.getConstrainedContainerElementTypes().stream()
            .flatMap(item -> known(item).stream())
            .toList();
  }

  private @Nullable PropertyDescriptor property() {
    return VALIDATOR.getConstraintsForClass(page).getConstraintsForProperty(component);
  }

  private static List<Limit> known(ElementDescriptor element) {
    return element.getConstraintDescriptors().stream()
        .map(ConstraintDescriptor::getAnnotation)
        .flatMap(annotation -> KnownConstraints.limits(annotation, "").stream())
        .filter(limit -> !(limit instanceof Limit.Other))
        .toList();
  }

  @Override
  public List<BrokenLimit> broken(@Nullable Object value) {
    List<BrokenLimit> broken = new ArrayList<>();
    Set<@Nullable Integer> told = new HashSet<>();
    VALIDATOR.validateValue(page, component, value).stream()
        .sorted(Comparator.comparing((ConstraintViolation<?> violation) -> rank(violation)))
        .forEach(violation -> {
          Integer item = item(violation);
          // one error for each value
          if (told.add(item)) {
            broken.add(new BrokenLimit(item, limit(violation)));
          }
        });
    return broken;
  }

  private static Limit limit(ConstraintViolation<?> violation) {
    return KnownConstraints.broken(
        violation.getConstraintDescriptor().getAnnotation(),
        violation.getMessage(),
        violation.getInvalidValue());
  }

  private static String rank(ConstraintViolation<?> violation) {
    Integer item = item(violation);
    return "%06d %s"
        .formatted(
            item == null ? 0 : item + 1,
            KnownConstraints.rank(violation.getConstraintDescriptor().getAnnotation()));
  }

  private static @Nullable Integer item(ConstraintViolation<?> violation) {
    Integer item = null;
    for (Path.Node node : violation.getPropertyPath()) {
      item = node.getIndex() == null ? item : node.getIndex();
    }
    return item;
  }

  /**
   * Refuses annotations that cannot judge values like this one.
   *
   * @throws DefinitionProblem if there are some
   */
  public void mustJudge(Object sample) {
    try {
      VALIDATOR.validateValue(page, component, sample);
    } catch (ConstraintDeclarationException e) {
      throw new DefinitionProblem(
          page.getSimpleName() + "." + component,
          "one of its constraints cannot judge a %s (%s)"
              .formatted(sample.getClass().getSimpleName(), e.getMessage()),
          "Use constraints that are for this type");
    }
  }
}
