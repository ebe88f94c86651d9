package io.orchestrator4j.form;

import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.field.AskedPage;
import io.orchestrator4j.form.field.FieldLimits;
import io.orchestrator4j.form.field.InputField;
import io.orchestrator4j.form.field.Words;
import io.orchestrator4j.form.page.Declared;
import io.orchestrator4j.form.page.DefinitionReader;
import io.orchestrator4j.form.page.FieldDefinition;
import io.orchestrator4j.form.page.Limits;
import io.orchestrator4j.form.page.PageDefinition;
import io.orchestrator4j.form.page.RecordComponents;
import io.orchestrator4j.form.page.Samples;
import io.orchestrator4j.form.page.Stored;
import io.orchestrator4j.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads pages from their classes, each once. Thread-safe. */
final class PageDefinitions implements DefinitionReader {

  private final ComponentTypes types;
  private final Map<Class<?>, PageDefinition<?>> known = new ConcurrentHashMap<>();

  PageDefinitions(Map<Class<?>, ValueType<?>> valueTypes) {
    this.types = new ComponentTypes(valueTypes, this);
  }

  /** What records become. */
  private record OfRecord<R extends Record>(Class<R> type) implements AskedPage.Assembly<R> {

    @Override
    public R of(Map<String, @Nullable Object> values) {
      return RecordComponents.create(
          type,
          RecordComponents.of(type).stream()
              .map(component -> values.get(component.name()))
              .toArray());
    }

    @Override
    public ObjectNode stored(R page) {
      return Stored.components(page);
    }
  }

  /**
   * The page of a record.
   *
   * @throws DefinitionProblem if it is none
   */
  <R extends Record> PageDefinition<R> page(Class<R> type) {
    if (!type.isAnnotationPresent(FormPage.class)) {
      throw new DefinitionProblem(
          type.getName(), "it is asked as a page but not marked @FormPage", "Mark it");
    }
    return read(type);
  }

  @Override
  public <R extends Record> PageDefinition<R> read(Class<R> type) {
    return small(type, List.of());
  }

  /**
   * The small form of a record.
   *
   * @param around the records that it is in
   */
  @SuppressWarnings("unchecked") // the definition under a class is of that class
  <R extends Record> PageDefinition<R> small(Class<R> type, List<Class<?>> around) {
    PageDefinition<?> there = known.get(type);
    if (there != null) {
      return (PageDefinition<R>) there;
    }
    if (around.contains(type)) {
      throw new DefinitionProblem(
          type.getSimpleName(),
          "it contains itself, so its form would have no end",
          "Ask for the inner ones on a page of their own");
    }
    List<Class<?>> path = new ArrayList<>(around);
    path.add(type);
    PageDefinition<R> read =
        new PageDefinition<>(type, type.getSimpleName(), fields(type, path), new OfRecord<>(type));
    known.put(type, read);
    return read;
  }

  private List<FieldDefinition> fields(Class<? extends Record> type, List<Class<?>> path) {
    return RecordComponents.of(type).stream()
        .map(component -> field(type, component, path))
        .toList();
  }

  private FieldDefinition field(
      Class<? extends Record> page, RecordComponents.Component component, List<Class<?>> path) {
    String place = page.getSimpleName() + "." + component.name();
    Limits limits = new Limits(page, component.name());
    Declared declared = types.of(place, component, limits, path);
    Object sample = Samples.of(component.type());
    if (sample != null) {
      limits.mustJudge(sample);
    }
    DefaultValue start = component.annotation(DefaultValue.class);
    FieldDefinition field = new FieldDefinition(
        component, declared, look(component), start == null ? null : start.value(), limits);
    field.requireFittingDefault(place);
    return field;
  }

  /** A field of a page that has no record. */
  FieldDefinition field(String page, RecordComponents.Component component) {
    return new FieldDefinition(
        component,
        types.of(
            page + "." + component.name(),
            component,
            new Limits(Object.class, component.name()),
            List.of()),
        look(component),
        null,
        FieldLimits.NONE);
  }

  private static InputField.Look look(RecordComponents.Component component) {
    Field shown = component.annotation(Field.class);
    String inWords = Words.label(component.key());
    return shown == null
        ? new InputField.Look(inWords, false, "")
        : new InputField.Look(
            shown.title().isEmpty() ? inWords : shown.title(),
            !shown.title().isEmpty(),
            shown.help());
  }
}
