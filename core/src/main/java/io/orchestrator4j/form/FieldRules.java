package io.orchestrator4j.form;

import io.orchestrator4j.form.field.ChoiceKind;
import io.orchestrator4j.form.field.InputField;
import io.orchestrator4j.form.field.ShownField;
import io.orchestrator4j.form.page.Said;
import io.orchestrator4j.form.page.ShownThing;
import io.orchestrator4j.form.page.Stored;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a form says of one field at run time; it goes before what the component declares. Every method gives back the
 * same rules.
 *
 * @param <P> the page
 * @param <T> what the field holds
 * @param <S> what these rules are
 */
public abstract sealed class FieldRules<
        P, T extends @Nullable Object, S extends FieldRules<P, T, S>>
    permits ValueRules, ListRules {

  private final Said said;

  FieldRules(Said said) {
    this.said = said;
  }

  abstract S self();

  Said said() {
    return said;
  }

  /** The values to choose from and their labels, in the map's order. */
  public S choices(Map<?, String> choices) {
    return choices(choices.entrySet(), Map.Entry::getKey, Map.Entry::getValue);
  }

  /** The values to choose from. */
  public S choices(List<? extends Option<?>> choices) {
    List<Option<?>> all = List.copyOf(choices);
    return choices((ChoiceSource) () -> all);
  }

  /** The values to choose from: one of each row, with its label. */
  public <R> S choices(
      Collection<? extends R> rows,
      Function<? super R, ?> valueOf,
      Function<? super R, String> labelOf) {
    return choices(rows.stream()
        .map(row -> new Option<Object>(valueOf.apply(row), labelOf.apply(row)))
        .toList());
  }

  /** The values to choose from: what this finds. */
  public S choices(ChoiceSource source) {
    said.choices(() -> offers(source));
    return self();
  }

  /** The value where none is given. */
  public S value(T value) {
    said.startsWith(value);
    return self();
  }

  /** Shows a value that cannot be changed. */
  public S readOnly(T value) {
    return value(value).readOnly();
  }

  /** Shows its value, which cannot be changed. */
  public S readOnly() {
    said.mode(InputField.Mode.READ_ONLY);
    return self();
  }

  /** Keeps it from people; the answer is its value, whatever clients send. */
  public S hidden() {
    said.mode(InputField.Mode.HIDDEN);
    return self();
  }

  /** The label. */
  public S title(String text) {
    said.title(text);
    return self();
  }

  /** What helps to fill it in. */
  public S help(String text) {
    said.help(text);
    return self();
  }

  /** The text of a {@link Label}, {@link Callout} or {@link Markdown}. */
  public S show(String text) {
    said.show(new ShownThing.Text(text));
    return self();
  }

  /** What is shown in the place of a component of this type. */
  public S show(Shown shown) {
    said.show(thing(shown));
    return self();
  }

  /** Refuses a value with a message unless something holds of it. Asked only when the value is right by itself. */
  public S check(BiPredicate<T, Answers<P>> rule, String message) {
    return refuse((given, answers) -> rule.test(given, answers) ? null : message);
  }

  /** Refuses a value with the message that the rule gives; null accepts it. */
  @SuppressWarnings({"unchecked", "NullAway"
  }) // a component that may be null has rules that take null
  public S refuse(BiFunction<T, Answers<P>, @Nullable String> rule) {
    said.check((given, values, wrong) -> {
      try {
        return rule.apply((T) given, new Answers<>(values, wrong));
      } catch (Answers.Unanswered _) {
        return null;
      }
    });
    return self();
  }

  private static List<ChoiceKind.Offer> offers(ChoiceSource source) {
    return source.options().stream()
        .map(option -> new ChoiceKind.Offer(Stored.of(option.value()), option.label()))
        .toList();
  }

  private static ShownThing thing(Shown shown) {
    return switch (shown) {
      case Callout callout ->
        new ShownThing.Ready(new ShownField.Content.Callout(
            callout.header(), callout.message(), callout.icon(), callout.look().wire()));
      case Markdown markdown ->
        new ShownThing.Ready(
            new ShownField.Content.Markdown(markdown.content(), markdown.look().wire()));
      case Summary summary -> new ShownThing.Tables(summary.parts());
      case Label _, Divider _ -> throw new IllegalStateException("there are none of them");
    };
  }
}
