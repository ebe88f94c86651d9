package io.orchestrator4j.value;

import java.util.List;
import java.util.function.Function;

/**
 * How single values of a type look in forms: the format and pattern in their JSON schema, and the text that people
 * see. For an author's own types and for others'; how they become JSON is the mapper's. Immutable.
 */
public final class ValueType<T> {

  private final Class<T> type;
  private final String format;
  private final String pattern;
  private final List<String> examples;
  private final Function<? super T, String> shown;

  private ValueType(
      Class<T> type,
      String format,
      String pattern,
      List<String> examples,
      Function<? super T, String> shown) {
    this.type = type;
    this.format = format;
    this.pattern = pattern;
    this.examples = List.copyOf(examples);
    this.shown = shown;
  }

  /** A type without format and pattern, shown as it is written. */
  public static <T> ValueType<T> of(Class<T> type) {
    return new ValueType<>(
        type,
        "",
        "",
        List.of(),
        value -> Json.toTree(OneValueRecords.bare(value)).asString());
  }

  /** This with a format, by which clients choose how a value is entered. */
  public ValueType<T> withFormat(String name) {
    return new ValueType<>(type, name, pattern, examples, shown);
  }

  /** This with a regular expression that a value's text must match. */
  public ValueType<T> withPattern(String regex) {
    return new ValueType<>(type, format, regex, examples, shown);
  }

  /** This with texts that could be entered. */
  public ValueType<T> withExamples(String... texts) {
    return new ValueType<>(type, format, pattern, List.of(texts), shown);
  }

  /** This, with what people see of a value. */
  public ValueType<T> shownAs(Function<? super T, String> text) {
    return new ValueType<>(type, format, pattern, examples, text);
  }

  /** The type. */
  public Class<T> type() {
    return type;
  }

  /** The format; empty where there is none. */
  public String format() {
    return format;
  }

  /** The pattern; empty where there is none. */
  public String pattern() {
    return pattern;
  }

  /** Texts that could be entered. */
  public List<String> examples() {
    return examples;
  }

  /** What people see of a value, which is of the type. */
  public String show(Object value) {
    return shown.apply(type.cast(value));
  }
}
