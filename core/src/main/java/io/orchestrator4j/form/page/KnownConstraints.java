package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.Limit;
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
import java.lang.annotation.Annotation;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Jakarta Validation's annotations demand, in the terms of the wire. */
final class KnownConstraints {

  private KnownConstraints() {}

  /**
   * The limits that an annotation sets.
   *
   * @param message what it says where the wire has no words for it
   */
  static List<Limit> limits(Annotation annotation, String message) {
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

  /** The limit of an annotation that a value broke: one annotation can stand for two. */
  static Limit broken(Annotation annotation, String message, @Nullable Object value) {
    int size = sizeOf(value);
    return limits(annotation, message).stream()
        .filter(limit -> switch (limit) {
          case Limit.AtLeast(int least) -> size < least;
          case Limit.AtMost(int most) -> size > most;
          case Limit.Matches _,
              Limit.From _,
              Limit.To _,
              Limit.MultipleOf _,
              Limit.MailAddress _,
              Limit.Other _ -> true;
        })
        .findFirst()
        .orElseGet(() -> new Limit.Other(message));
  }

  /** Sizes come first. */
  static String rank(Annotation annotation) {
    boolean ofSize = annotation instanceof Size
        || annotation instanceof NotBlank
        || annotation instanceof NotEmpty;
    return (ofSize ? "0" : "1") + annotation.annotationType().getName();
  }

  private static int sizeOf(@Nullable Object value) {
    return switch (value) {
      case CharSequence text -> text.length();
      case Collection<?> items -> items.size();
      case null, default -> 0;
    };
  }
}
