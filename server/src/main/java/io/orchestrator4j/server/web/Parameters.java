package io.orchestrator4j.server.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what stands in path and query, with the wire's words for what cannot be read. */
public final class Parameters {

  private Parameters() {}

  /**
   * A UUID from the path.
   *
   * @throws InvalidRequest if it is none
   */
  public static UUID uuid(String name, String text) {
    return switch (UuidText.read(text)) {
      case UuidText.Valid(UUID uuid) -> uuid;
      case UuidText.Invalid(String reason) ->
        throw new InvalidRequest(Violation.noUuid(List.of("path", name), text, reason));
    };
  }

  /**
   * A text from the query, as it came.
   *
   * @throws InvalidRequest if it has more characters than allowed
   */
  public static @Nullable String text(String name, @Nullable String text, int most) {
    if (text != null && text.codePointCount(0, text.length()) > most) {
      throw new InvalidRequest(Violation.textTooLong(List.of("query", name), text, most));
    }
    return text;
  }
}
