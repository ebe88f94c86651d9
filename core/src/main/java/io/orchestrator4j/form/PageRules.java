package io.orchestrator4j.form;

import io.orchestrator4j.form.page.BeanValues;
import io.orchestrator4j.form.page.Buttons;
import io.orchestrator4j.form.page.FieldDefinition;
import io.orchestrator4j.form.page.PageDefinition;
import io.orchestrator4j.form.page.PageSaid;
import io.orchestrator4j.form.page.Said;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a form says of a page at run time: its title, the rules of its fields, and rules across them. */
public final class PageRules<P> {

  private final PageDefinition<P> definition;
  private final PageSaid<P> said = new PageSaid<>();
  private @Nullable Boolean next = true;

  PageRules(PageDefinition<P> definition) {
    this.definition = definition;
  }

  /** The rules of a small form, once its definition is known. */
  @SuppressWarnings("unchecked") // the rules inside are those of the component's record
  static <R> Function<PageDefinition<?>, PageSaid<?>> inside(Consumer<PageRules<R>> rules) {
    return definition -> {
      PageRules<R> inside = new PageRules<>((PageDefinition<R>) definition);
      rules.accept(inside);
      return inside.said();
    };
  }

  /** The heading. Without one the page has none. */
  public PageRules<P> title(String text) {
    said.title(text);
    return this;
  }

  /** The rules of a field, which is named by a reference to its component. */
  public <T extends @Nullable Object> ValueRules<P, T> field(Accessor<P, T> accessor) {
    return value(Accessor.name(accessor));
  }

  /** The rules of a field that is a list. */
  @SuppressWarnings("overloads") // a reference to a list is always this one
  public <E> ListRules<P, E> field(Accessor.OfList<P, E> accessor) {
    return list(Accessor.name(accessor));
  }

  <T extends @Nullable Object> ValueRules<P, T> value(String component) {
    return new ValueRules<>(of(component));
  }

  <E> ListRules<P, E> list(String component) {
    return new ListRules<>(of(component));
  }

  private Said of(String component) {
    return said.of(definition.field(component).component().name());
  }

  /**
   * Fills in every field that an object has by name and type, unless it is null there: a record, or an object with
   * public fields.
   */
  public PageRules<P> values(Object filled) {
    for (FieldDefinition field : definition.inputs()) {
      BeanValues.find(filled, field.component())
          .ifPresent(said.of(field.component().name())::startsWith);
    }
    return this;
  }

  /** Refuses the page with a message unless something holds of its answers. Asked only when all fields are right. */
  public PageRules<P> check(Predicate<P> rule, String message) {
    return refuse(page -> rule.test(page) ? null : message);
  }

  /** Refuses the page with the message that the rule gives; null accepts it. Asked only when all fields are right. */
  public PageRules<P> refuse(Function<P, @Nullable String> rule) {
    said.check(rule);
    return this;
  }

  /** The words on the buttons that lead back and on; an empty one leaves them to the client. */
  public PageRules<P> buttons(String previous, String next) {
    said.buttons(new Buttons(previous, next));
    return this;
  }

  /** Marks the page that submits the form. */
  public PageRules<P> last() {
    this.next = false;
    return this;
  }

  /** Marks a page that does not say whether others follow, since whoever asks it does not know. */
  public PageRules<P> open() {
    this.next = null;
    return this;
  }

  PageSaid<P> said() {
    return said;
  }

  @Nullable
  Boolean hasNext() {
    return next;
  }
}
