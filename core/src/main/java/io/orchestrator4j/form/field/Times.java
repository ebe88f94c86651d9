package io.orchestrator4j.form.field;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import tools.jackson.databind.JsonNode;

/** How times are read: ISO-8601 in its usual forms, or numbers since 1970. */
final class Times {

  private static final int DATE = "2026-01-31".length();
  // a number above it cannot be seconds of this age, so it is milliseconds
  private static final BigDecimal MOST_SECONDS = BigDecimal.valueOf(20_000_000_000L);
  private static final BigDecimal LAST =
      BigDecimal.valueOf(Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());

  private Times() {}

  /**
   * A date, or a date and a time with or without seconds and offset; without an offset it is UTC.
   *
   * @throws DateTimeException if it is none
   */
  static OffsetDateTime parse(String text) {
    if (text.length() <= DATE) {
      return LocalDate.parse(text).atStartOfDay().atOffset(ZoneOffset.UTC);
    }
    TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(
        text.replace(' ', 'T'), OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime known
        ? known
        : LocalDateTime.from(time).atOffset(ZoneOffset.UTC);
  }

  /**
   * The time so many seconds after 1970.
   *
   * @throws DateTimeException if it is too far away
   */
  static OffsetDateTime ofEpoch(JsonNode number) {
    BigDecimal given = number.decimalValue();
    BigDecimal seconds = given.abs().compareTo(MOST_SECONDS) > 0 ? given.movePointLeft(3) : given;
    if (seconds.abs().compareTo(LAST) > 0) {
      throw new DateTimeException("dates after 9999 are not supported as unix timestamps");
    }
    BigDecimal nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9);
    return Instant.ofEpochSecond(seconds.longValue(), nanos.longValue()).atOffset(ZoneOffset.UTC);
  }

  static boolean isDate(String text) {
    return text.length() <= DATE;
  }

  static String complaint(String text) {
    return text.length() < DATE ? "input is too short" : "invalid character in year";
  }
}
