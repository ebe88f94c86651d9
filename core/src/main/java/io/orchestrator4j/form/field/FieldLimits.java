package io.orchestrator4j.form.field;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The limits that annotations set to a field. */
public interface FieldLimits {

  /** No limits. */
  FieldLimits NONE = new FieldLimits() {
    @Override
    public List<Limit> all() {
      return List.of();
    }

    @Override
    public List<BrokenLimit> broken(@Nullable Object value) {
      return List.of();
    }
  };

  /** Those that the schema shows. */
  List<Limit> all();

  /** Those that a value breaks. */
  List<BrokenLimit> broken(@Nullable Object value);
}
