package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a form says of one field at run time; it goes before what the component declares. */
public final class FieldRules<P, T extends @Nullable Object> {

  private final List<BiFunction<T, Answers<P>, @Nullable String>> checks = new ArrayList<>();
  private @Nullable List<Option<String>> options;
  private @Nullable JsonNode value;
  private @Nullable String title;
  private @Nullable String help;
  private @Nullable Items items;
  private boolean readOnly;
  private boolean unique;

  /** How many items a list must have. */
  record Items(int least, int most) {}

  FieldRules() {}

  /** The values to choose from and their labels, in the map's order. */
  public FieldRules<P, T> choices(Map<?, String> choices) {
    return choices(choices.entrySet(), Map.Entry::getKey, Map.Entry::getValue);
  }

  /** The values to choose from. */
  public FieldRules<P, T> choices(List<? extends Option<?>> choices) {
    return choices(choices, Option::value, Option::label);
  }

  /** The values to choose from: one of each row, with its label. */
  public <R> FieldRules<P, T> choices(
      Collection<? extends R> rows,
      Function<? super R, ?> valueOf,
      Function<? super R, String> labelOf) {
    List<Option<String>> found = new ArrayList<>();
    for (R row : rows) {
      found.add(new Option<>(Json.toTree(valueOf.apply(row)).asString(), labelOf.apply(row)));
    }
    this.options = List.copyOf(found);
    return this;
  }

  /** The value where none is given. */
  public FieldRules<P, T> value(T value) {
    this.value = Json.toTree(value);
    return this;
  }

  /** Shows a value that cannot be changed. */
  public FieldRules<P, T> readOnly(T value) {
    this.readOnly = true;
    return value(value);
  }

  /** The label. */
  public FieldRules<P, T> title(String text) {
    this.title = text;
    return this;
  }

  /** What helps to fill it in. */
  public FieldRules<P, T> help(String text) {
    this.help = text;
    return this;
  }

  /** The text of a {@link Label}. */
  public FieldRules<P, T> show(String text) {
    this.value = Json.toTree(text);
    return this;
  }

  /** How many items a list must have. */
  public FieldRules<P, T> items(int least, int most) {
    this.items = new Items(least, most);
    return this;
  }

  /** The items of a list must differ. */
  public FieldRules<P, T> unique() {
    this.unique = true;
    return this;
  }

  /** Refuses a value with a message unless something holds of it. Asked only when the value is right by itself. */
  public FieldRules<P, T> check(BiPredicate<T, Answers<P>> rule, String message) {
    return refuse((given, answers) -> rule.test(given, answers) ? null : message);
  }

  /** Refuses a value with the message that the rule gives; null accepts it. */
  public FieldRules<P, T> refuse(BiFunction<T, Answers<P>, @Nullable String> rule) {
    checks.add(rule);
    return this;
  }

  List<Option<String>> options() {
    return options == null ? List.of() : options;
  }

  boolean offersChoices() {
    return options != null;
  }

  @Nullable
  JsonNode value() {
    return value;
  }

  @Nullable
  String title() {
    return title;
  }

  @Nullable
  String help() {
    return help;
  }

  @Nullable
  Items items() {
    return items;
  }

  boolean isReadOnly() {
    return readOnly;
  }

  boolean isUnique() {
    return unique;
  }

  /** What the first rule that refuses a value says; null if all accept it. */
  @SuppressWarnings("unchecked") // the rules of a field get values of its component
  @Nullable
  String complaint(@Nullable Object given, Answers<P> answers) {
    for (BiFunction<T, Answers<P>, @Nullable String> check : checks) {
      String message =
          complaint((BiFunction<Object, Answers<P>, @Nullable String>) check, given, answers);
      if (message != null) {
        return message;
      }
    }
    return null;
  }

  @SuppressWarnings("NullAway") // a component that may be null has rules that take null
  private static <P> @Nullable String complaint(
      BiFunction<Object, Answers<P>, @Nullable String> check,
      @Nullable Object given,
      Answers<P> answers) {
    try {
      return check.apply(given, answers);
    } catch (Answers.Unanswered _) {
      return null;
    }
  }
}
