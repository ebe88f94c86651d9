package io.orchestrator4j.form.page;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One value of each usual type, to try constraints on when the application starts. */
public final class Samples {

  private static final Map<Class<?>, Object> BY_TYPE = Map.ofEntries(
      Map.entry(String.class, ""),
      Map.entry(boolean.class, false),
      Map.entry(Boolean.class, false),
      Map.entry(int.class, 0),
      Map.entry(Integer.class, 0),
      Map.entry(long.class, 0L),
      Map.entry(Long.class, 0L),
      Map.entry(short.class, (short) 0),
      Map.entry(Short.class, (short) 0),
      Map.entry(byte.class, (byte) 0),
      Map.entry(Byte.class, (byte) 0),
      Map.entry(double.class, 0.0),
      Map.entry(Double.class, 0.0),
      Map.entry(float.class, 0f),
      Map.entry(Float.class, 0f),
      Map.entry(BigDecimal.class, BigDecimal.ZERO),
      Map.entry(BigInteger.class, BigInteger.ZERO),
      Map.entry(UUID.class, new UUID(0, 0)),
      Map.entry(Instant.class, Instant.EPOCH),
      Map.entry(LocalDate.class, LocalDate.EPOCH),
      Map.entry(LocalDateTime.class, LocalDate.EPOCH.atStartOfDay()),
      Map.entry(OffsetDateTime.class, OffsetDateTime.MIN));

  private Samples() {}

  /** A value of a type; null where we have none. */
  public static @Nullable Object of(Type type) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      Object item = of(list.getActualTypeArguments()[0]);
      return item == null ? List.of() : List.of(item);
    }
    return type instanceof Class<?> simple ? BY_TYPE.get(simple) : null;
  }
}
