package io.orchestrator4j.translation;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** What fields are called in one language, by their keys. Immutable. */
public final class Labels {

  private static final Labels NONE = new Labels(Map.of());
  private static final String HELP = "_info";

  private final Map<String, String> texts;

  private Labels(Map<String, String> texts) {
    this.texts = Map.copyOf(texts);
  }

  /** No labels. */
  public static Labels none() {
    return NONE;
  }

  static Labels of(ObjectNode translations) {
    Map<String, String> texts = new HashMap<>();
    translations.path("forms").path("fields").forEachEntry((key, text) -> {
      // there are also groups of texts, which are the page's
      if (text.isString()) {
        texts.put(key, text.stringValue());
      }
    });
    return new Labels(texts);
  }

  /** What a field is called. */
  public Optional<String> title(String key) {
    return Optional.ofNullable(texts.get(key));
  }

  /** What helps to fill it in. */
  public Optional<String> help(String key) {
    return Optional.ofNullable(texts.get(key + HELP));
  }
}
