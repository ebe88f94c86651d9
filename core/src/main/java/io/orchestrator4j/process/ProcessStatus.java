package io.orchestrator4j.process;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Where a process stands, as the wire and the database name it. */
public enum ProcessStatus {
  CREATED,
  RUNNING,
  SUSPENDED,
  WAITING,
  AWAITING_CALLBACK,
  ABORTED,
  FAILED,
  API_UNAVAILABLE,
  INCONSISTENT_DATA,
  COMPLETED,
  RESUMED;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name on the wire and in the database. */
  public String text() {
    return text;
  }

  /** The status of this name. */
  public static ProcessStatus parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }

  /** Whether it stands there because a step failed, so that it can be retried. */
  public boolean isFailure() {
    return this == FAILED || this == API_UNAVAILABLE || this == INCONSISTENT_DATA;
  }

  /** The statuses of which {@link #isFinished} does not hold, as a list for SQL. */
  static String unfinished() {
    return Arrays.stream(values())
        .filter(status -> !status.isFinished())
        .map(status -> "'" + status.text() + "'")
        .collect(Collectors.joining(", "));
  }

  /** Whether nothing will ever happen to it any more. */
  public boolean isFinished() {
    return this == COMPLETED || this == ABORTED;
  }
}
