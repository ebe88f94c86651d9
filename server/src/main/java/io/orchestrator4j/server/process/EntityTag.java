package io.orchestrator4j.server.process;

import io.orchestrator4j.value.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The tag by which a client knows that a list is still the one that it has. */
record EntityTag(String bare) {

  private static final String WEAK = "W/";

  /** The tag of these rows. */
  static EntityTag of(List<ObjectNode> rows) {
    CRC32 sum = new CRC32();
    rows.forEach(row -> sum.update(Json.write(row).getBytes(StandardCharsets.UTF_8)));
    return new EntityTag("0x%x".formatted(sum.getValue()));
  }

  /** The tag as it goes into the header. */
  String header() {
    return "%s\"%s\"".formatted(WEAK, bare);
  }

  /** Whether an {@code If-None-Match} has this tag, as it was sent or without its dress. */
  boolean isIn(@Nullable String ifNoneMatch) {
    return ifNoneMatch != null
        && Stream.of(ifNoneMatch.split(",", -1)).anyMatch(tag -> undressed(tag).equals(bare));
  }

  /** The place that an {@code If-Match} demands, in quotation marks or not; null for none or any. */
  static @Nullable String place(@Nullable String ifMatch) {
    return ifMatch == null || ifMatch.strip().equals("*") ? null : undressed(ifMatch);
  }

  private static String undressed(String tag) {
    String text = tag.strip();
    text = text.startsWith(WEAK) ? text.substring(WEAK.length()) : text;
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    return quoted ? text.substring(1, text.length() - 1) : text;
  }
}
