package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The tag by which a client knows that what it has is still what there is. */
public record EntityTag(String bare) {

  private static final String WEAK = "W/";

  /** The tag of the rows of a list. */
  public static EntityTag of(List<ObjectNode> rows) {
    CRC32 sum = new CRC32();
    rows.forEach(row -> sum.update(Json.write(row).getBytes(StandardCharsets.UTF_8)));
    return new EntityTag("0x%x".formatted(sum.getValue()));
  }

  /** The tag of one whole thing. */
  public static EntityTag ofWhole(JsonNode body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      byte[] text = Json.write(body).getBytes(StandardCharsets.UTF_8);
      return new EntityTag(HexFormat.of().formatHex(digest.digest(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has MD5", e);
    }
  }

  /** The tag as it goes into the header. */
  public String header() {
    return "%s\"%s\"".formatted(WEAK, bare);
  }

  /** Whether an {@code If-None-Match} has this tag, as it was sent or without its dress. */
  public boolean isIn(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && Stream.of(ifNoneMatch.split(",", -1)).anyMatch(tag -> undressed(tag).equals(bare));
  }

  /** The place that an {@code If-Match} demands, in quotation marks or not; null for none or any. */
  public static @Nullable String place(@Nullable String ifMatch) {
    return ifMatch == null || ifMatch.strip().equals("*") ? null : undressed(ifMatch);
  }

  private static String undressed(String tag) {
    String text = tag.strip();
    text = text.startsWith(WEAK) ? text.substring(WEAK.length()) : text;
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
