package io.orchestrator4j.server.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as the wire has them. */
public final class WireTime {

  private static final int MICROS = 6;

  private WireTime() {}

  /** The time that so many seconds are, as a number in text. */
  public static Instant instant(String seconds) {
    long micros = new BigDecimal(seconds).movePointRight(MICROS).longValue();
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  /** Seconds since 1970, down to microseconds. */
  public static BigDecimal seconds(Instant time) {
    return BigDecimal.valueOf(time.getEpochSecond())
        .add(BigDecimal.valueOf(time.getNano() / 1000, 6));
  }
}
