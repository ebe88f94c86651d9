package io.orchestrator4j.server.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which rows of a list a request wants: from one number, which is included, to another, which is not. */
public record ListRange(int from, int to) {

  private static final String CODE = "invalid_range";
  private static final Pattern WHOLE_NUMBER = Pattern.compile("\\d{1,9}");

  /**
   * A range from the query; null where it asks for none. One number is no range, and the wire takes it for none.
   *
   * @throws Refused if it cannot be read
   */
  public static @Nullable ListRange read(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return null;
    }
    List<Integer> numbers = new ArrayList<>();
    for (String number : text.split(",", -1)) {
      if (!WHOLE_NUMBER.matcher(number.strip()).matches()) {
        throw refused(noRange(text));
      }
      numbers.add(Integer.valueOf(number.strip()));
    }
    return switch (numbers.size()) {
      case 1 -> null;
      case 2 -> of(numbers.getFirst(), numbers.getLast());
      default -> throw refused(noRange(text));
    };
  }

  private static ListRange of(int from, int to) {
    if (from >= to) {
      throw refused("range start must be lower than end");
    }
    return new ListRange(from, to);
  }

  /**
   * What a header says of the rows that are answered.
   *
   * @param what they are
   */
  public String of(String what, long total) {
    return "%s %d-%d/%d".formatted(what, from, to, total);
  }

  private static String noRange(String text) {
    return "range is '%s': expected two whole numbers, as in 0,20".formatted(text);
  }

  private static Refused refused(String detail) {
    return new Problem(400, CODE, detail).refused();
  }
}
