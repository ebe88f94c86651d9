package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.ChoiceKind;
import io.orchestrator4j.form.field.FieldRule;
import io.orchestrator4j.form.field.InputField;
import io.orchestrator4j.form.field.ListKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;

/** What the rules of one field have said so far. Mutable. */
public final class Said {

  private final List<FieldRule> checks = new ArrayList<>();

  @Nullable
  Supplier<List<ChoiceKind.Offer>> choices;

  @Nullable
  List<?> only;

  @Nullable
  String title;

  @Nullable
  String help;

  @Nullable
  ShownThing shown;

  InputField.Mode mode = InputField.Mode.OPEN;

  boolean hasValue;

  @Nullable
  Object value;

  ListKind.@Nullable Size size;
  boolean isFixed;
  boolean isUnique;

  @Nullable
  Function<PageDefinition<?>, PageSaid<?>> inside;

  @Nullable
  String contactsOf;

  @Nullable
  ArrayNode tasks;

  @Nullable
  Instant earliest;

  @Nullable
  Instant latest;

  @Nullable
  Long divisor;

  Said() {}

  public void check(FieldRule rule) {
    checks.add(rule);
  }

  public void choices(Supplier<List<ChoiceKind.Offer>> offers) {
    this.choices = offers;
  }

  public void only(List<?> values) {
    this.only = List.copyOf(values);
  }

  public void title(String text) {
    this.title = text;
  }

  public void help(String text) {
    this.help = text;
  }

  public void show(ShownThing thing) {
    this.shown = thing;
  }

  public void mode(InputField.Mode other) {
    this.mode = other;
  }

  public void startsWith(@Nullable Object start) {
    this.hasValue = true;
    this.value = start;
  }

  public void size(int least, int most) {
    this.size = new ListKind.Size(least, most);
  }

  public void isFixed() {
    this.isFixed = true;
  }

  public void isUnique() {
    this.isUnique = true;
  }

  /** The rules of the small form inside. */
  public void inside(Function<PageDefinition<?>, PageSaid<?>> rules) {
    this.inside = rules;
  }

  public void contactsOf(String id) {
    this.contactsOf = id;
  }

  /** What must be done, as clients read it. */
  public void tasks(ArrayNode items) {
    this.tasks = items;
  }

  public void earliest(Instant time) {
    this.earliest = time;
  }

  public void latest(Instant time) {
    this.latest = time;
  }

  public void multipleOf(long number) {
    this.divisor = number;
  }

  /** What the first rule that refuses a value says; null if all accept it. */
  @Nullable
  String complaint(
      @Nullable Object given, Map<String, @Nullable Object> values, Set<String> wrong) {
    for (FieldRule check : checks) {
      String message = check.complaint(given, values, wrong);
      if (message != null) {
        return message;
      }
    }
    return null;
  }
}
