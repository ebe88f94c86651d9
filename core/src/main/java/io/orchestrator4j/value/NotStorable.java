package io.orchestrator4j.value;

import org.jspecify.annotations.Nullable;

/** A Java value has no JSON form that the database can keep. */
public final class NotStorable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private NotStorable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  static NotStorable of(@Nullable Object value, RuntimeException cause) {
    return new NotStorable(
        "%s is not JSON: %s".formatted(typeOf(value), cause.getMessage()), cause);
  }

  static NotStorable endless(@Nullable Object value) {
    return new NotStorable(
        "%s refers to itself, so it has no end as JSON".formatted(typeOf(value)), null);
  }

  /** A text has a character that PostgreSQL does not keep. */
  public static NotStorable text(String path) {
    return new NotStorable(
        path
            + " contains the character U+0000 (NUL) or half a surrogate pair, which PostgreSQL cannot store; remove it",
        null);
  }

  static NotStorable secret() {
    return new NotStorable(
        "it is a secret, and there is no key to encrypt it with; set orchestrator.secrets.keys, 32 bytes in Base64, as openssl rand -base64 32 makes them",
        null);
  }

  /** The same of a value that stands under a key. */
  public NotStorable under(String key) {
    return new NotStorable("'%s': %s".formatted(key, getMessage()), this);
  }

  private static String typeOf(@Nullable Object value) {
    return value == null ? "null" : value.getClass().getName();
  }
}
