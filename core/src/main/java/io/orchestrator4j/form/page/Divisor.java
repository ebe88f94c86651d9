package io.orchestrator4j.form.page;

import io.orchestrator4j.form.field.BrokenLimit;
import io.orchestrator4j.form.field.FieldLimits;
import io.orchestrator4j.form.field.Limit;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The limits of a number that must also be a multiple of another one. */
record Divisor(FieldLimits others, long number) implements FieldLimits {

  private Limit limit() {
    return new Limit.MultipleOf(BigDecimal.valueOf(number));
  }

  @Override
  public List<Limit> all() {
    return Stream.concat(others.all().stream(), Stream.of(limit())).toList();
  }

  @Override
  public List<BrokenLimit> broken(@Nullable Object value) {
    List<BrokenLimit> broken = others.broken(value);
    boolean isMultiple = value == null
        || new BigDecimal(value.toString())
                .remainder(BigDecimal.valueOf(number))
                .signum()
            == 0;
    return isMultiple || !broken.isEmpty() ? broken : List.of(new BrokenLimit(null, limit()));
  }
}
