package io.orchestrator4j.workflow;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Pages;
import io.orchestrator4j.product.DefinedProducts;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import io.orchestrator4j.value.Secrets;
import io.orchestrator4j.value.SnakeCase;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** How the parameters of one step or form are filled; read once, at start. */
final class Parameters {

  private final AuthorMethod method;
  private final List<StepParameter> parameters;
  private final Secrets secrets;

  private Parameters(AuthorMethod method, List<StepParameter> parameters, Secrets secrets) {
    this.method = method;
    this.parameters = parameters;
    this.secrets = secrets;
  }

  /**
   * Reads the parameters of a method.
   *
   * @throws DefinitionProblem if a default does not fit its type, or a domain model is none of this application's
   */
  static Parameters of(AuthorMethod method, DefinedProducts products, Secrets secrets) {
    return new Parameters(
        method,
        Arrays.stream(method.method().getParameters())
            .map(parameter -> ModelParameters.read(method, parameter, products)
                .<StepParameter>map(model -> model)
                .orElseGet(() -> read(method, parameter)))
            .toList(),
        secrets);
  }

  boolean takeForm() {
    return parameters.stream().anyMatch(StepParameter.Asking.class::isInstance);
  }

  /**
   * The arguments for one call.
   *
   * @throws MissingKey if a key that is needed is not in the state
   * @throws NotConvertible if a value does not fit its parameter
   * @throws RuntimeException if a domain model cannot be loaded
   */
  @Nullable
  Object[] arguments(
      ObjectNode state, @Nullable StepContext context, @Nullable Form form, StepUnit unit) {
    @Nullable Object[] arguments = new Object[parameters.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = switch (parameters.get(i)) {
        case StepParameter.WholeState() -> State.reading(state);
        case StepParameter.Context() -> context;
        case StepParameter.Asking() -> form;
        case StepParameter.Key key -> value(key, state);
        case StepParameter.Model model -> value(model, state, unit);
        case StepParameter.Components components -> value(components, state);
      };
    }
    return arguments;
  }

  private @Nullable Object value(StepParameter.Key key, ObjectNode state) {
    JsonNode stored = state.get(key.key());
    JsonNode value = stored == null ? key.defaultValue() : stored;
    if (value == null || value.isNull()) {
      if (key.nullable()) {
        return null;
      }
      throw missing(key.name(), key.type().getTypeName(), key.key(), state);
    }
    JsonNode opened = value.isContainer() ? secrets.open(value) : value;
    try {
      return Json.fromTree(opened, key.type());
    } catch (NotConvertible e) {
      // what was decrypted for it must not be told
      NotConvertible told = opened.equals(value) ? e : e.withoutValue(key.type());
      throw told.at("%s: the parameter '%s' reads the key '%s'"
          .formatted(method.place(), key.name(), key.key()));
    }
  }

  private @Nullable Object value(StepParameter.Model model, ObjectNode state, StepUnit unit) {
    JsonNode stored = state.get(model.key());
    if (stored != null && !stored.isNull()) {
      return unit.load(model, stored);
    }
    if (model.nullable()) {
      return null;
    }
    String type = model.type().getSimpleName();
    throw missing(model.name(), model.list() ? "List<" + type + ">" : type, model.key(), state);
  }

  private @Nullable Object value(StepParameter.Components components, ObjectNode state) {
    List<String> keys = Pages.keys(components.type());
    if (components.nullable() && keys.stream().noneMatch(state::has)) {
      return null;
    }
    for (String key : keys) {
      if (!state.has(key)) {
        throw missing(components.name(), components.type().getSimpleName(), key, state);
      }
    }
    ObjectNode own = Json.object();
    for (String key : keys) {
      JsonNode value = state.path(key);
      own.set(key, value.isContainer() ? secrets.open(value) : value);
    }
    return Pages.fromState(components.type(), own);
  }

  private MissingKey missing(String parameter, String type, String key, ObjectNode state) {
    return MissingKey.ofParameter(method.place(), parameter, type, key, State.reading(state));
  }

  private static StepParameter read(AuthorMethod method, Parameter parameter) {
    Class<?> type = parameter.getType();
    if (type == State.class) {
      return new StepParameter.WholeState();
    }
    if (type == StepContext.class) {
      return new StepParameter.Context();
    }
    if (type == Form.class) {
      return new StepParameter.Asking();
    }
    boolean nullable = isNullable(parameter);
    if (type.isRecord()
        && (type.isAnnotationPresent(FormPage.class)
            || parameter.isAnnotationPresent(FromState.class))) {
      return new StepParameter.Components(
          parameter.getName(), type.asSubclass(Record.class), nullable);
    }
    return new StepParameter.Key(
        parameter.getName(),
        keyOf(parameter),
        parameter.getParameterizedType(),
        nullable,
        defaultOf(method, parameter));
  }

  static String keyOf(Parameter parameter) {
    JsonProperty explicit = parameter.getAnnotation(JsonProperty.class);
    return explicit == null || explicit.value().isEmpty()
        ? SnakeCase.of(parameter.getName())
        : explicit.value();
  }

  private static @Nullable JsonNode defaultOf(AuthorMethod method, Parameter parameter) {
    DefaultValue annotation = parameter.getAnnotation(DefaultValue.class);
    if (annotation == null) {
      return null;
    }
    JsonNode value = StringNode.valueOf(annotation.value());
    Type type = parameter.getParameterizedType();
    try {
      return Json.toTree(Json.fromTree(value, type));
    } catch (NotConvertible e) {
      throw new DefinitionProblem(
          method.place(),
          "@DefaultValue(\"%s\") of the parameter '%s' is no %s"
              .formatted(annotation.value(), parameter.getName(), type.getTypeName()),
          "Write a value of that type");
    }
  }

  // any annotation of that name: which library's is the author's choice
  static boolean isNullable(Parameter parameter) {
    return Arrays.stream(parameter.getAnnotatedType().getAnnotations())
            .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"))
        || Arrays.stream(parameter.getAnnotations())
            .anyMatch(annotation -> annotation.annotationType().getSimpleName().equals("Nullable"));
  }
}
