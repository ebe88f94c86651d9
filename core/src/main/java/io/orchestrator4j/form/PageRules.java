package io.orchestrator4j.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a form says of a page at run time: its title, the rules of its fields, and rules across them. */
public final class PageRules<P extends Record> {

  private final PageDefinition<P> definition;
  private final Map<String, FieldRules<P, ?>> fields = new LinkedHashMap<>();
  private final List<Function<P, @Nullable String>> checks = new ArrayList<>();
  private String title = "unknown";
  private boolean last;

  PageRules(PageDefinition<P> definition) {
    this.definition = definition;
  }

  /** The heading. Without one the page has none. */
  public PageRules<P> title(String text) {
    this.title = text;
    return this;
  }

  /** The rules of a field, which is named by a reference to its component. */
  @SuppressWarnings("unchecked") // the rules under a component's name were made for its type
  public <T extends @Nullable Object> FieldRules<P, T> field(Accessor<P, T> accessor) {
    String name = definition.field(Accessor.name(accessor)).component().name();
    return (FieldRules<P, T>) fields.computeIfAbsent(name, _ -> new FieldRules<P, T>());
  }

  /** Refuses the page with a message unless something holds of its answers. Asked only when all fields are right. */
  public PageRules<P> check(Predicate<P> rule, String message) {
    return refuse(page -> rule.test(page) ? null : message);
  }

  /** Refuses the page with the message that the rule gives; null accepts it. Asked only when all fields are right. */
  public PageRules<P> refuse(Function<P, @Nullable String> rule) {
    checks.add(rule);
    return this;
  }

  /** Marks the page that submits the form. */
  public PageRules<P> last() {
    this.last = true;
    return this;
  }

  String title() {
    return title;
  }

  boolean hasNext() {
    return !last;
  }

  FieldRules<P, ?> of(PageDefinition.FieldDefinition field) {
    return fields.computeIfAbsent(field.component().name(), _ -> new FieldRules<P, Object>());
  }

  List<Function<P, @Nullable String>> checks() {
    return checks;
  }
}
