package io.orchestrator4j.form;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.MessageInterpolator;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Negative;
import jakarta.validation.constraints.NegativeOrZero;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import jakarta.validation.metadata.ConstraintDescriptor;
import jakarta.validation.metadata.PropertyDescriptor;
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;

/**
 * The limits that Jakarta Validation's annotations set to a component: what they are, for the schema,
 * and which one a value breaks, in Hibernate Validator's judgement.
 */
final class Limits {

  /** One limit, as the wire knows it. */
  sealed interface Limit {

    /** At least so many letters or items. */
    record AtLeast(int size) implements Limit {}

    /** At most so many letters or items. */
    record AtMost(int size) implements Limit {}

    record Matches(String pattern) implements Limit {}

    record From(BigDecimal least, boolean inclusive) implements Limit {}

    record To(BigDecimal most, boolean inclusive) implements Limit {}

    record MailAddress() implements Limit {}

    /** Any other constraint, which explains itself. */
    record Other(String message) implements Limit {}
  }

  // no expression language: messages of authors are texts with parameters
  private static final Validator VALIDATOR = Validation.byDefaultProvider()
      .configure()
      .messageInterpolator(new AuthorsMessages())
      .buildValidatorFactory()
      .getValidator();

  private Limits() {}

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
      return of(context.getConstraintDescriptor().getAnnotation(), "").stream()
          .anyMatch(Limit.Other.class::isInstance);
    }
  }

  /** All limits of a component. */
  static List<Limit> of(Class<?> page, String component) {
    PropertyDescriptor property =
        VALIDATOR.getConstraintsForClass(page).getConstraintsForProperty(component);
    if (property == null) {
      return List.of();
    }
    return property.getConstraintDescriptors().stream()
        .map(ConstraintDescriptor::getAnnotation)
        .flatMap(annotation -> of(annotation, "").stream())
        .filter(limit -> !(limit instanceof Limit.Other))
        .toList();
  }

  /** The first limit that a value breaks; empty where it keeps to all. */
  static <P> Optional<Limit> broken(Class<P> page, String component, @Nullable Object value) {
    return VALIDATOR.validateValue(page, component, value).stream()
        .min(Comparator.comparing(violation -> rank(violation)))
        .flatMap(violation ->
            of(violation.getConstraintDescriptor().getAnnotation(), violation.getMessage()).stream()
                .filter(limit -> breaks(limit, value))
                .findFirst());
  }

  private static String rank(ConstraintViolation<?> violation) {
    Annotation annotation = violation.getConstraintDescriptor().getAnnotation();
    boolean ofSize = annotation instanceof Size
        || annotation instanceof NotBlank
        || annotation instanceof NotEmpty;
    return (ofSize ? "0" : "1") + annotation.annotationType().getName();
  }

  private static List<Limit> of(Annotation annotation, String message) {
    return switch (annotation) {
      case Size size -> size(size);
      case NotBlank _ -> List.of(new Limit.AtLeast(1), new Limit.Other(message));
      case NotEmpty _ -> List.of(new Limit.AtLeast(1));
      case Pattern pattern -> List.of(new Limit.Matches(pattern.regexp()));
      case Min min -> List.of(new Limit.From(BigDecimal.valueOf(min.value()), true));
      case Max max -> List.of(new Limit.To(BigDecimal.valueOf(max.value()), true));
      case DecimalMin min -> List.of(new Limit.From(new BigDecimal(min.value()), min.inclusive()));
      case DecimalMax max -> List.of(new Limit.To(new BigDecimal(max.value()), max.inclusive()));
      case Positive _ -> List.of(new Limit.From(BigDecimal.ZERO, false));
      case PositiveOrZero _ -> List.of(new Limit.From(BigDecimal.ZERO, true));
      case Negative _ -> List.of(new Limit.To(BigDecimal.ZERO, false));
      case NegativeOrZero _ -> List.of(new Limit.To(BigDecimal.ZERO, true));
      case Email _ -> List.of(new Limit.MailAddress());
      default -> List.of(new Limit.Other(message));
    };
  }

  private static List<Limit> size(Size size) {
    if (size.max() == Integer.MAX_VALUE) {
      return List.of(new Limit.AtLeast(size.min()));
    }
    return size.min() == 0
        ? List.of(new Limit.AtMost(size.max()))
        : List.of(new Limit.AtLeast(size.min()), new Limit.AtMost(size.max()));
  }

  // one annotation can stand for two limits; the broken one is the one to be told
  private static boolean breaks(Limit limit, @Nullable Object value) {
    int size = sizeOf(value);
    return switch (limit) {
      case Limit.AtLeast(int least) -> size < least;
      case Limit.AtMost(int most) -> size > most;
      case Limit.Matches _, Limit.From _, Limit.To _, Limit.MailAddress _, Limit.Other _ -> true;
    };
  }

  private static int sizeOf(@Nullable Object value) {
    return switch (value) {
      case CharSequence text -> text.length();
      case Collection<?> items -> items.size();
      case null, default -> 0;
    };
  }
}
