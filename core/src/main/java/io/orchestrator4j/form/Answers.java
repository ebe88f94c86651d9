package io.orchestrator4j.form;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The answers of a page as a field's rule sees them: those that are right by themselves. */
public final class Answers<P> {

  private final Map<String, @Nullable Object> values;
  private final Set<String> wrong;

  Answers(Map<String, @Nullable Object> values, Set<String> wrong) {
    this.values = values;
    this.wrong = wrong;
  }

  /** Ends a rule that needs a field which is not right itself. */
  @SuppressWarnings("serial") // never leaves the thread
  static final class Unanswered extends RuntimeException {
    Unanswered() {
      super(null, null, false, false);
    }
  }

  /** The answer of another field. While that one is wrong, the rule that asks is skipped. */
  @SuppressWarnings("unchecked") // the value under a component's name is of its type
  public <T extends @Nullable Object> @Nullable T get(Accessor<P, T> accessor) {
    String name = Accessor.name(accessor);
    if (wrong.contains(name)) {
      throw new Unanswered();
    }
    return (T) values.get(name);
  }

  /** The answer of another field; empty where it is null or wrong. */
  @SuppressWarnings("unchecked") // the value under a component's name is of its type
  public <T> Optional<T> find(Accessor<P, @Nullable T> accessor) {
    String name = Accessor.name(accessor);
    return wrong.contains(name) ? Optional.empty() : Optional.ofNullable((T) values.get(name));
  }

  /** The answer of another field of a page that has no record; empty where it is null or wrong. */
  public <T> Optional<T> find(String key, Class<T> type) {
    return wrong.contains(key) ? Optional.empty() : Optional.ofNullable(type.cast(values.get(key)));
  }
}
