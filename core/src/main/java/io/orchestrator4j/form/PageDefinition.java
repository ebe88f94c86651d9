package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A page as its record class declares it, read once. */
record PageDefinition<P extends Record>(Class<P> type, List<FieldDefinition> fields) {

  /**
   * A field as its component declares it.
   *
   * @param defaultValue in its stored form; null where none is declared
   * @param limits what the annotations demand
   */
  record FieldDefinition(
      RecordComponents.Component component,
      FieldKind kind,
      String title,
      String help,
      @Nullable JsonNode defaultValue,
      List<Limits.Limit> limits) {

    String key() {
      return component.key();
    }

    boolean isDisplayOnly() {
      return kind instanceof FieldKind.Shown;
    }
  }

  private static final ClassValue<PageDefinition<?>> KNOWN = new ClassValue<>() {
    @Override
    protected PageDefinition<?> computeValue(Class<?> type) {
      return read(type.asSubclass(Record.class));
    }
  };

  @SuppressWarnings("unchecked") // the definition under a class is of that class
  static <P extends Record> PageDefinition<P> of(Class<P> type) {
    return (PageDefinition<P>) KNOWN.get(type);
  }

  FieldDefinition field(String componentName) {
    return fields.stream()
        .filter(field -> field.component().name().equals(componentName))
        .findFirst()
        .orElseThrow(() -> new PageProblem(
            type.getSimpleName(),
            "it has no component '" + componentName + "'",
            "Name one of its own components"));
  }

  private static <P extends Record> PageDefinition<P> read(Class<P> type) {
    if (!type.isAnnotationPresent(FormPage.class)) {
      throw new PageProblem(
          type.getName(), "it is asked as a page but not marked @FormPage", "Mark it");
    }
    List<FieldDefinition> fields = new ArrayList<>();
    for (RecordComponents.Component component : RecordComponents.of(type)) {
      fields.add(field(type, component));
    }
    return new PageDefinition<>(type, List.copyOf(fields));
  }

  private static FieldDefinition field(Class<?> page, RecordComponents.Component component) {
    boolean chosen = component.annotation(Choice.class) != null;
    boolean isLong = component.annotation(LongText.class) != null;
    Type type = component.type();
    Optional<FieldKind> kind = FieldKind.of(type, pascalCase(component.name()), chosen, isLong);
    if (kind.isEmpty()) {
      throw new PageProblem(
          page.getSimpleName() + "." + component.name(),
          "no field takes a " + type.getTypeName(),
          "Use text, numbers, boolean, enums, UUID, dates and times, lists of them, or @Choice");
    }
    Field shown = component.annotation(Field.class);
    String title =
        shown == null || shown.title().isEmpty() ? words(component.key()) : shown.title();
    return new FieldDefinition(
        component,
        kind.get(),
        title,
        shown == null ? "" : shown.help(),
        defaultValue(page, component, kind.get()),
        Limits.of(page, component.name()));
  }

  private static @Nullable JsonNode defaultValue(
      Class<?> page, RecordComponents.Component component, FieldKind kind) {
    DefaultValue declared = component.annotation(DefaultValue.class);
    if (declared == null) {
      return component.nullable() && !component.isDisplayOnly() ? Json.mapper().nullNode() : null;
    }
    JsonNode text = StringNode.valueOf(declared.value());
    if (kind instanceof FieldKind.Chosen) {
      return text;
    }
    return switch (Conversion.convert(kind, text, List.of())) {
      case Conversion.Result.Value(JsonNode value) -> value;
      case Conversion.Result.Wrong(List<FieldError> errors) ->
        throw new PageProblem(
            page.getSimpleName() + "." + component.name(),
            "@DefaultValue(\"%s\") does not fit: %s"
                .formatted(declared.value(), errors.getFirst().message()),
            "Write a value that the field takes");
    };
  }

  private static String words(String key) {
    StringBuilder words = new StringBuilder();
    for (String word : key.split("_", -1)) {
      words.append(words.isEmpty() ? "" : " ").append(capital(word));
    }
    return words.toString();
  }

  private static String pascalCase(String name) {
    return capital(name);
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
