package io.orchestrator4j.engine;

import io.orchestrator4j.process.GuardedBirths;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.orchestrator4j.workflow.WorkflowDefinition;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.node.ObjectNode;

/**
 * The key under which a caller starts a process of a workflow at most once, however often the same start is sent. It
 * is the caller's own: another caller, and another workflow, may have the same key.
 *
 * @param text 1 to 255 visible ASCII characters
 */
public record StartKey(String text) {

  private static final int LONGEST = 255;

  /** @throws IllegalArgumentException if the text is empty, too long, or has other characters */
  public StartKey {
    if (text.isEmpty() || text.length() > LONGEST || !text.chars().allMatch(StartKey::isVisible)) {
      throw new IllegalArgumentException(
          "A start key has 1 to %d visible ASCII characters and no spaces, such as a UUID; found %d characters"
              .formatted(LONGEST, text.length()));
    }
  }

  /** The key of this caller's start of a workflow with these pages. */
  GuardedBirths.Key of(Caller caller, WorkflowDefinition workflow, List<ObjectNode> pages) {
    return new GuardedBirths.Key(caller.name(), workflow.name(), text, hash(pages));
  }

  // the same answers have the same hash, in whatever order a client writes their keys
  private static String hash(List<ObjectNode> pages) {
    byte[] body = Json.mapper()
        .writer()
        .with(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
        .writeValueAsString(Json.toTree(pages))
        .getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static boolean isVisible(int character) {
    return character > ' ' && character < 0x7f;
  }
}
