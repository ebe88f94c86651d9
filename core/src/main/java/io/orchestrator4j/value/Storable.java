package io.orchestrator4j.value;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What PostgreSQL can keep of texts: no NUL, and no half of a surrogate pair, which has no form in UTF-8. */
public final class Storable {

  private Storable() {}

  /**
   * Refuses a value that has a text which cannot be kept.
   *
   * @param path the value's place, for the message
   * @throws NotStorable naming the place of the text
   */
  public static void require(String path, JsonNode value) {
    if (value.isString() && !isStorable(value.stringValue())) {
      throw NotStorable.text(path);
    }
    if (value instanceof ObjectNode object) {
      object.forEachEntry((name, item) -> {
        if (!isStorable(name)) {
          throw NotStorable.text(path + "." + name);
        }
        require(path + "." + name, item);
      });
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      require(path + "[" + i + "]", value.get(i));
    }
  }

  /** Whether a text can be kept. */
  public static boolean isStorable(String text) {
    return utf8Length(text) >= 0;
  }

  /** How many bytes a text has as UTF-8; negative if it cannot be kept. */
  public static long utf8Length(String text) {
    long length = 0;
    for (int i = 0; i < text.length(); i++) {
      char found = text.charAt(i);
      if (found == 0) {
        return -1;
      } else if (found < 0x80) {
        length += 1;
      } else if (found < 0x800) {
        length += 2;
      } else if (!Character.isSurrogate(found)) {
        length += 3;
      } else if (Character.isHighSurrogate(found)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        length += 4;
        i++;
      } else {
        return -1;
      }
    }
    return length;
  }
}
