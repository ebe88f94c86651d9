package io.orchestrator4j.process;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a filter of a list wants of one field, as people write it: values, one of which has to match, with {@code |}
 * between them; a leading {@code !} turns the condition round; {@code %} and {@code _} stand for any text and any letter.
 *
 * @param dashSeparates whether {@code -} stands between values as well: not where they have it in them, as ids and times
 */
public record FilterText(String text, boolean dashSeparates) {

  private static final Pattern WHOLE_UUID =
      Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

  /** Whether none of the values may match. */
  public boolean isNegated() {
    return text.startsWith("!");
  }

  /** The values, one of which has to match, or none if it is negated. */
  public List<String> alternatives() {
    String all = isNegated() ? text.substring(1) : text;
    return List.of(all.split(dashSeparates ? "[|-]" : "\\|", -1));
  }

  /** Whether it lets a thing through of which the caller says whether a value matches it. */
  public boolean matches(Predicate<String> one) {
    return alternatives().stream().anyMatch(one) != isNegated();
  }

  /** The id that a value is; empty where it is only a part of one, or something else. */
  public static Optional<UUID> id(String value) {
    return WHOLE_UUID.matcher(value).matches()
        ? Optional.of(UUID.fromString(value))
        : Optional.empty();
  }

  /** A value as a pattern for {@code ilike}: PostgreSQL refuses one that ends in half an escape. */
  public static String pattern(String value) {
    int end = value.length();
    while (end > 0 && value.charAt(end - 1) == '\\') {
      end--;
    }
    return (value.length() - end) % 2 == 0 ? value : value + "\\";
  }
}
