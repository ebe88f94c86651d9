package io.orchestrator4j.form;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.AskedPage;
import io.orchestrator4j.form.page.PageDefinition;
import io.orchestrator4j.form.page.RecordComponents;
import io.orchestrator4j.form.page.Stored;
import io.orchestrator4j.value.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A page whose fields are only known when it is asked: {@code Page.titled("Limits").field("rate", Integer.class)}. Its
 * answers are a map. What is known before is better a record. Not thread-safe.
 */
public final class Page {

  private static final String NAME = "FormPage";

  private final List<RecordComponents.Component> components = new ArrayList<>();
  private final List<Consumer<PageRules<Map<String, @Nullable Object>>>> rules = new ArrayList<>();

  private Page() {}

  /** A page with a heading and no fields. */
  public static Page titled(String title) {
    Page page = new Page();
    page.rules.add(rules -> rules.title(title));
    return page;
  }

  /** One more field. */
  public <T> Page field(String key, Class<T> type) {
    return field(key, type, _ -> {});
  }

  /** One more field, and its rules. */
  public <T> Page field(
      String key, Class<T> type, Consumer<ValueRules<Map<String, @Nullable Object>, T>> said) {
    return add(key, type, false, page -> said.accept(page.value(key)));
  }

  /** One more field, which may be left out, and its rules. */
  public <T> Page optionalField(
      String key,
      Class<T> type,
      Consumer<ValueRules<Map<String, @Nullable Object>, @Nullable T>> said) {
    return add(key, type, true, page -> said.accept(page.value(key)));
  }

  /** One more field that is a list, and its rules. */
  public <E> Page list(
      String key, Class<E> type, Consumer<ListRules<Map<String, @Nullable Object>, E>> said) {
    return add(key, new ListOf(type), false, page -> said.accept(page.list(key)));
  }

  private Page add(
      String key,
      Type type,
      boolean nullable,
      Consumer<PageRules<Map<String, @Nullable Object>>> said) {
    if (components.stream().anyMatch(component -> component.key().equals(key))) {
      throw new DefinitionProblem(
          NAME, "it has the field '%s' twice".formatted(key), "Give each its own key");
    }
    components.add(RecordComponents.Component.named(key, type, nullable));
    rules.add(said);
    return this;
  }

  /** Rules of the whole page: checks, buttons, whether it is the last one. */
  public Page with(Consumer<PageRules<Map<String, @Nullable Object>>> more) {
    rules.add(more);
    return this;
  }

  /** This as the page that submits the form. */
  public Page last() {
    return with(PageRules::last);
  }

  PageDefinition<Map<String, @Nullable Object>> definition(PageDefinitions definitions) {
    return new PageDefinition<>(
        Map.class,
        NAME,
        components.stream().map(component -> definitions.field(NAME, component)).toList(),
        new ByKey());
  }

  PageRules<Map<String, @Nullable Object>> rules(
      PageDefinition<Map<String, @Nullable Object>> definition) {
    PageRules<Map<String, @Nullable Object>> page = new PageRules<>(definition);
    rules.forEach(said -> said.accept(page));
    return page;
  }

  /** What the answers become: a map without what is only shown. */
  private final class ByKey implements AskedPage.Assembly<Map<String, @Nullable Object>> {

    @Override
    public Map<String, @Nullable Object> of(Map<String, @Nullable Object> values) {
      Map<String, @Nullable Object> answers = new LinkedHashMap<>();
      for (RecordComponents.Component component : components) {
        if (!component.isDisplayOnly()) {
          answers.put(component.name(), values.get(component.name()));
        }
      }
      return answers;
    }

    @Override
    public ObjectNode stored(Map<String, @Nullable Object> page) {
      ObjectNode tree = Json.object();
      page.forEach((key, value) -> tree.set(key, Stored.of(value)));
      return tree;
    }
  }

  private record ListOf(Class<?> item) implements ParameterizedType {

    @Override
    public Type[] getActualTypeArguments() {
      return new Type[] {item};
    }

    @Override
    public Type getRawType() {
      return List.class;
    }

    @Override
    public @Nullable Type getOwnerType() {
      return null;
    }
  }
}
