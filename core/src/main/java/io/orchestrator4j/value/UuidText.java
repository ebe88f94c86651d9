package io.orchestrator4j.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text that should be a UUID: 32 hexadecimal digits, plain or in five groups, the latter also in braces or after
 * {@code urn:uuid:}. Says why not in the words that clients of the wire know. ({@link UUID#fromString} takes too much:
 * {@code 1-1-1-1-1}.)
 */
public sealed interface UuidText {

  /** The UUID that it stands for. */
  record Valid(UUID uuid) implements UuidText {}

  /** Why it stands for none. */
  record Invalid(String reason) implements UuidText {}

  String URN = "urn:uuid:";
  List<Integer> GROUPS = List.of(8, 4, 4, 4, 12);

  /** What a text is. */
  static UuidText read(String text) {
    int length = bytes(text);
    if (text.startsWith("{") && text.endsWith("}") && length > 1) {
      return inGroups(text.substring(1, text.length() - 1), 1);
    }
    if (text.startsWith(URN)) {
      return inGroups(text.substring(URN.length()), URN.length());
    }
    if (text.contains("-")) {
      return inGroups(text, 0);
    }
    Invalid invalid = foreignCharacter(text, 0);
    return invalid == null ? plain(text, length) : invalid;
  }

  private static UuidText plain(String text, int length) {
    return length == 32
        ? new Valid(of(text))
        : new Invalid(
            "invalid length: expected length 32 for simple format, found %d".formatted(length));
  }

  private static UuidText inGroups(String text, int before) {
    Invalid invalid = foreignCharacter(text, before);
    if (invalid != null) {
      return invalid;
    }
    List<Integer> lengths = new ArrayList<>();
    for (String group : text.split("-", -1)) {
      lengths.add(group.length());
    }
    if (lengths.size() != GROUPS.size()) {
      return new Invalid("invalid group count: expected 5, found %d".formatted(lengths.size()));
    }
    for (int group = 0; group < GROUPS.size(); group++) {
      if (!lengths.get(group).equals(GROUPS.get(group))) {
        return new Invalid("invalid group length in group %d: expected %d, found %d"
            .formatted(group, GROUPS.get(group), lengths.get(group)));
      }
    }
    return new Valid(of(text.replace("-", "")));
  }

  /** The first character that no UUID has; positions count bytes, from one. */
  private static @Nullable Invalid foreignCharacter(String text, int before) {
    int position = before + 1;
    for (int character : text.codePoints().toArray()) {
      if (character != '-' && !HexFormat.isHexDigit(character)) {
        return new Invalid("invalid character: found `%s` at %d"
            .formatted(Character.toString(character), position));
      }
      position++;
    }
    return null;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static UUID of(String digits) {
    return new UUID(
        Long.parseUnsignedLong(digits, 0, 16, 16), Long.parseUnsignedLong(digits, 16, 32, 16));
  }
}
