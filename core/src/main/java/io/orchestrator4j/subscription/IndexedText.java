package io.orchestrator4j.subscription;

import io.orchestrator4j.value.Json;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How values are compared where the database finds blocks by them: by a text that is the same for equal values. */
final class IndexedText {

  private static final int LONGEST_PLAIN = 100;

  private IndexedText() {}

  /**
   * The texts of a searchable value: one, one for each item of a list, or none for null.
   *
   * @param place the field, for the message
   */
  static List<String> of(String place, JsonNode value) {
    if (value.isNull()) {
      return List.of();
    }
    if (!value.isArray()) {
      return List.of(scalar(place, value));
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode item : value) {
      if (!item.isNull()) {
        texts.add(scalar(place, item));
      }
    }
    return texts;
  }

  private static String scalar(String place, JsonNode value) {
    if (value.isContainer()) {
      throw new IllegalArgumentException(
          "%s is marked @Searchable and holds %s; only single values and lists of them can be searched for"
              .formatted(place, value));
    }
    return value.isNumber() ? number(value.decimalValue()) : value.asString();
  }

  // 5, 5.0 and 5e0 are one number
  private static String number(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return Math.abs(plain.scale()) <= LONGEST_PLAIN ? plain.toPlainString() : plain.toString();
  }

  /** The hash of a value that is to be unique, as hexadecimal digits. */
  static String hash(JsonNode value) {
    String text = value.isNumber() ? number(value.decimalValue()) : Json.write(value);
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
