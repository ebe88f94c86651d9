package io.orchestrator4j.server.settings;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.util.unit.DataSize;

/**
 * One row of the table of settings: a key, the type of its value in Java and in words, what it is when nobody sets it
 * (as text), and what it does.
 *
 * @param secret whether its value must never be shown
 * @param rule which values of that type make sense; the words for the type say so
 */
public record Setting<T>(
    String name,
    Bindable<T> type,
    String kind,
    String standard,
    String meaning,
    boolean secret,
    Predicate<T> rule) {

  private static final String PREFIX = "orchestrator.";
  private static final int LARGEST_PORT = 65_535;

  private static <T> Setting<T> of(
      String name, Class<T> type, String kind, String standard, String meaning) {
    return new Setting<>(name, Bindable.of(type), kind, standard, meaning, false, _ -> true);
  }

  static Setting<String> text(String name, String standard, String meaning) {
    return of(name, String.class, "a text", standard, meaning);
  }

  static Setting<String> secret(String name, String meaning) {
    return new Setting<>(name, Bindable.of(String.class), "a text", "", meaning, true, _ -> true);
  }

  static Setting<List<String>> texts(String name, String meaning) {
    return new Setting<>(
        name, Bindable.listOf(String.class), "a list of texts", "", meaning, false, _ -> true);
  }

  static Setting<Boolean> yesOrNo(String name, boolean standard, String meaning) {
    return of(name, Boolean.class, "true or false", Boolean.toString(standard), meaning);
  }

  static Setting<Integer> port(String name, int standard, String meaning) {
    return of(name, Integer.class, "a port from 0 to 65535", Integer.toString(standard), meaning)
        .where(port -> port >= 0 && port <= LARGEST_PORT);
  }

  static Setting<Integer> count(String name, int standard, String meaning) {
    return of(name, Integer.class, "a whole number from 1 on", Integer.toString(standard), meaning)
        .where(count -> count > 0);
  }

  static Setting<DataSize> size(String name, String standard, String meaning) {
    return of(name, DataSize.class, "a size such as 20MB", standard, meaning)
        .where(size -> size.toBytes() > 0);
  }

  static Setting<Duration> duration(String name, String standard, String meaning) {
    return of(name, Duration.class, "a duration such as 30s", standard, meaning)
        .where(duration -> !duration.isNegative());
  }

  static Setting<Duration> leastDuration(
      String name, String standard, Duration least, String meaning) {
    return of(
            name,
            Duration.class,
            "a duration from " + least.toSeconds() + "s on",
            standard,
            meaning)
        .where(duration -> duration.compareTo(least) >= 0);
  }

  /** The same setting for values that look so, in words and as a pattern. */
  static Setting<String> shaped(Setting<String> text, String kind, String pattern) {
    Predicate<String> shape = Pattern.compile(pattern).asMatchPredicate();
    return new Setting<>(
        text.name, text.type, kind, text.standard, text.meaning, text.secret, shape);
  }

  private Setting<T> where(Predicate<T> other) {
    return new Setting<>(name, type, kind, standard, meaning, secret, other);
  }

  /** The name of this setting as an environment variable. */
  public String variable() {
    return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** The name of this setting as an option of the command line: {@code --web-port}. */
  public String option() {
    return "--" + name.substring(PREFIX.length()).replace('.', '-');
  }

  boolean isList() {
    return type.getType().resolve() == List.class;
  }

  @SuppressWarnings("unchecked") // the conversion's target is this setting's own type
  T standardValue() {
    @Nullable
    Object value = ApplicationConversionService.getSharedInstance()
        .convert(
            standard,
            TypeDescriptor.valueOf(String.class),
            new TypeDescriptor(type.getType(), null, null));
    if (value == null) {
      throw new IllegalStateException("The default of %s is no value".formatted(name));
    }
    return (T) value;
  }
}
