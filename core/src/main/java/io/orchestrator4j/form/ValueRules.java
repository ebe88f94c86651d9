package io.orchestrator4j.form;

import io.orchestrator4j.form.page.Said;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rules of a field that holds one value, or a small form. */
public final class ValueRules<P, T extends @Nullable Object>
    extends FieldRules<P, T, ValueRules<P, T>> {

  ValueRules(Said said) {
    super(said);
  }

  @Override
  ValueRules<P, T> self() {
    return this;
  }

  /** The only values that are taken. Unlike choices they have no labels. */
  @SafeVarargs
  @SuppressWarnings("varargs") // the array is only read
  public final ValueRules<P, T> only(T... values) {
    said().only(List.of(values));
    return this;
  }

  /** The rules of the small form that a record is. */
  public ValueRules<P, T> nested(Consumer<PageRules<T>> rules) {
    said().inside(PageRules.inside(rules));
    return this;
  }

  /** What must be done; of a field marked {@link Accept}. */
  public ValueRules<P, T> tasks(AcceptItem... items) {
    said().tasks(AcceptItem.toTree(items));
    return this;
  }

  /** The first time that may be picked; of a field marked {@link Timestamp}. */
  public ValueRules<P, T> earliest(Instant time) {
    said().earliest(time);
    return this;
  }

  /** The last time that may be picked; of a field marked {@link Timestamp}. */
  public ValueRules<P, T> latest(Instant time) {
    said().latest(time);
    return this;
  }

  /** The number of which a value must be a multiple. */
  public ValueRules<P, T> multipleOf(long number) {
    said().multipleOf(number);
    return this;
  }
}
