package io.orchestrator4j.embedded;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not do what was asked; the code is stable, the message says what to do. */
public final class EmbeddedPostgresFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Code code;

  /** What went wrong, for programs. */
  public enum Code {
    DATA_FOLDER_IN_USE,
    DATA_FOLDER_NOT_WRITABLE,
    DATA_FOLDER_NOT_REACHABLE,
    DATA_FOLDER_OTHER_VERSION,
    PASSWORD_MISSING,
    PLATFORM_NOT_SUPPORTED,
    BINARIES_MISSING,
    BINARIES_UNUSABLE,
    ROOT_NOT_POSSIBLE,
    PORT_IN_USE,
    INITDB_FAILED,
    START_FAILED,
    STOP_FAILED,
    SQL_FAILED,
    CLOSED;

    /** As it is written in documents and on the wire. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  EmbeddedPostgresFailure(Code code, String message) {
    this(code, message, null);
  }

  EmbeddedPostgresFailure(Code code, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
