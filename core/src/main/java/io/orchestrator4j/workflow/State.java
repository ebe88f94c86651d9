package io.orchestrator4j.workflow;

import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Pages;
import io.orchestrator4j.product.SubscriptionJson;
import io.orchestrator4j.product.SubscriptionModel;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.NotConvertible;
import io.orchestrator4j.value.NotStorable;
import io.orchestrator4j.value.Secret;
import io.orchestrator4j.value.Secrets;
import io.orchestrator4j.value.TreeWriter;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the steps of a process share: named values, each of which has a JSON form. As a step's
 * parameter it is all of them; as a step's result it is what to merge over them. Immutable.
 */
public final class State {

  private final Map<String, @Nullable Object> values;
  private final Set<String> removed;

  private State(Map<String, @Nullable Object> values, Set<String> removed) {
    this.values = Collections.unmodifiableMap(values);
    this.removed = Collections.unmodifiableSet(removed);
  }

  /** Nothing. */
  public static State empty() {
    return new State(new LinkedHashMap<>(), Set.of());
  }

  /**
   * Named values: {@code State.of("group_id", 7, "group_name", name)}. Null is a value.
   *
   * @throws IllegalArgumentException if a name is missing or no text
   */
  public static State of(String key, @Nullable Object value, @Nullable Object... more) {
    if (more.length % 2 != 0) {
      throw new IllegalArgumentException(
          "State.of takes pairs of key and value, and the last key, %s, has no value"
              .formatted(more[more.length - 1]));
    }
    State state = empty().and(key, value);
    for (int i = 0; i < more.length; i += 2) {
      if (!(more[i] instanceof String name)) {
        throw new IllegalArgumentException("State.of takes a text as key, not " + more[i]);
      }
      state = state.and(name, more[i + 1]);
    }
    return state;
  }

  /** The components of records, such as the pages of a form, each under its own key. */
  public static State of(Record first, Record... more) {
    State state = empty().and(first);
    for (Record record : more) {
      state = state.and(record);
    }
    return state;
  }

  /** The entries of a map. */
  public static State of(Map<String, ? extends @Nullable Object> values) {
    return new State(new LinkedHashMap<>(values), Set.of());
  }

  /** All of a stored state, to be read. */
  public static State reading(ObjectNode tree) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    tree.forEachEntry(values::put);
    return new State(values, Set.of());
  }

  /** This and one more value. */
  public State and(String key, @Nullable Object value) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.put(key, value);
    Set<String> gone = new LinkedHashSet<>(removed);
    gone.remove(key);
    return new State(all, gone);
  }

  /** This and the components of a record. */
  public State and(Record record) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    components(record).forEachEntry((key, value) -> all.put(key, ModelTrees.unwrapped(value)));
    for (String key : Pages.secretKeys(record.getClass())) {
      all.computeIfPresent(key, (_, text) -> secret(text));
    }
    Set<String> gone = new LinkedHashSet<>(removed);
    gone.removeAll(all.keySet());
    return new State(all, gone);
  }

  /** This and all of another one's values; what the other one takes out is taken out. */
  public State and(State other) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.keySet().removeAll(other.removed);
    all.putAll(other.values);
    Set<String> gone = new LinkedHashSet<>(removed);
    gone.removeAll(other.values.keySet());
    gone.addAll(other.removed);
    return new State(all, gone);
  }

  /** This without a key; as a step's result, it takes the key out of the State. */
  public State without(String key) {
    Map<String, @Nullable Object> rest = new LinkedHashMap<>(values);
    rest.remove(key);
    Set<String> gone = new LinkedHashSet<>(removed);
    gone.add(key);
    return new State(rest, gone);
  }

  /** Whether there is a value, null included, under this key. */
  public boolean has(String key) {
    return values.containsKey(key);
  }

  /** The keys, in their order. */
  public Set<String> keys() {
    return values.keySet();
  }

  /**
   * The value under a key.
   *
   * @throws MissingKey if there is none, or it is null
   * @throws NotConvertible if it does not fit the type
   */
  public <T> T get(String key, Class<T> type) {
    return find(key, type).orElseThrow(() -> MissingKey.of(key, type, this));
  }

  /**
   * The value under a key; empty where there is none or it is null.
   *
   * @throws NotConvertible if it does not fit the type
   */
  public <T> Optional<T> find(String key, Class<T> type) {
    Object value = values.get(key);
    if (type.isInstance(value) && !(value instanceof JsonNode)) {
      return Optional.of(type.cast(value));
    }
    JsonNode tree = switch (value) {
      case JsonNode node -> node.deepCopy();
      case ModelTrees.Kept(JsonNode node) -> node.deepCopy();
      case null, default -> Json.toTree(value);
    };
    try {
      return Optional.ofNullable(Json.fromTree(tree, type));
    } catch (NotConvertible e) {
      throw e.at("The State's key '%s'".formatted(key));
    }
  }

  /** The keys that this result takes out of the State. */
  public Set<String> removed() {
    return removed;
  }

  /**
   * The JSON form of all values, with references for domain models.
   *
   * @throws NotStorable naming the key whose value has none
   */
  public ObjectNode toTree() {
    return toTree(ModelTrees.REFERRING);
  }

  /**
   * The same, with all values as JSON, for who has something else to say of domain models than that they are references
   * to what was loaded.
   *
   * @param models called once for each place where a domain model stands
   * @throws NotStorable naming the key whose value has none
   */
  public State written(SubscriptionJson.Replacement models) {
    TreeWriter writer = TreeWriter.with(SubscriptionJson.Replacement.class, models);
    State written = reading(toTree(writer));
    return new State(written.values, removed);
  }

  /** The same with its secrets encrypted, wherever in its values they stand. */
  State sealed(Secrets secrets) {
    if (values.values().stream().allMatch(State::isPlain)) {
      return this;
    }
    TreeWriter writer = ModelTrees.KEEPING.and(Secrets.class, secrets);
    Map<String, @Nullable Object> all = new LinkedHashMap<>(values);
    all.replaceAll(
        (key, value) -> isPlain(value) ? value : ModelTrees.unwrapped(tree(writer, key, value)));
    return new State(all, removed);
  }

  // what cannot have a secret in it
  private static boolean isPlain(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String _, Number _, Boolean _, Enum<?> _, UUID _, JsonNode _, SubscriptionModel _ ->
        true;
      default -> false;
    };
  }

  private static @Nullable Object secret(@Nullable Object text) {
    return text instanceof JsonNode node && node.isString() ? new Secret(node.stringValue()) : text;
  }

  private ObjectNode toTree(TreeWriter writer) {
    ObjectNode tree = Json.object();
    values.forEach((key, value) -> tree.set(key, tree(writer, key, value)));
    return tree;
  }

  private static JsonNode tree(TreeWriter writer, String key, @Nullable Object value) {
    try {
      return switch (value) {
        case JsonNode node -> node;
        case ModelTrees.Kept(JsonNode node) -> writer.toTree(node);
        case null, default -> writer.toTree(value);
      };
    } catch (NotStorable e) {
      throw e.under(key);
    }
  }

  @Override
  public String toString() {
    return "State" + values.keySet();
  }

  private static ObjectNode components(Record record) {
    if (record.getClass().isAnnotationPresent(FormPage.class)) {
      return Pages.toState(record);
    }
    if (ModelTrees.KEEPING.toTree(record) instanceof ObjectNode object) {
      return object;
    }
    throw new IllegalArgumentException(
        "%s is written as a single value, so it has no keys for the State; give it one, as in State.of(\"key\", value)"
            .formatted(record.getClass().getSimpleName()));
  }
}
