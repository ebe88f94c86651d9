package io.orchestrator4j.translation;

import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The files {@code translations/<language>.json} on the class path: {@code {"forms": {"fields": {"<key>": "<label>",
 * "<key>_info": "<help>"}}, "workflow": {"<name>": "<title>"}}}. Where several say something of the same, the first on
 * the class path does. Thread-safe.
 */
public final class Translations {

  private static final Pattern LANGUAGE = Pattern.compile("[a-z]+-[A-Z]+");

  private final ClassLoader loader;
  private final Map<String, ObjectNode> read = new ConcurrentHashMap<>();

  private Translations(ClassLoader loader) {
    this.loader = loader;
  }

  /** The translations that this loader finds. */
  public static Translations of(ClassLoader loader) {
    return new Translations(loader);
  }

  /** Whether a text names a language, as {@code en-GB} does. */
  public static boolean isLanguage(String text) {
    return LANGUAGE.matcher(text).matches();
  }

  /**
   * Everything that is said in a language; an empty object where nothing is.
   *
   * @throws BrokenTranslations if a file is no JSON object
   */
  public ObjectNode in(String language) {
    ObjectNode known = read.get(language);
    if (known != null) {
      return known.deepCopy();
    }
    ObjectNode found = isLanguage(language) ? read(language) : Json.object();
    // those that are not there are not kept: clients may ask for any
    if (!found.isEmpty()) {
      read.put(language, found);
    }
    return found.deepCopy();
  }

  /**
   * What fields are called in a language.
   *
   * @throws BrokenTranslations if a file is no JSON object
   */
  public Labels labels(String language) {
    return Labels.of(in(language));
  }

  private ObjectNode read(String language) {
    ObjectNode all = Json.object();
    try {
      List<URL> files =
          Collections.list(loader.getResources("translations/%s.json".formatted(language)));
      for (URL file : files.reversed()) {
        merge(all, read(file));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode read(URL file) throws IOException {
    try (InputStream content = file.openStream()) {
      String text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
      if (Json.read(text) instanceof ObjectNode object) {
        return object;
      }
      throw new BrokenTranslations(file, "it is no JSON object");
    } catch (JacksonException e) {
      throw new BrokenTranslations(file, e.getMessage());
    }
  }

  private static void merge(ObjectNode into, ObjectNode from) {
    from.forEachEntry((key, value) -> {
      JsonNode there = into.get(key);
      if (there instanceof ObjectNode inner && value instanceof ObjectNode other) {
        merge(inner, other);
      } else {
        into.set(key, value);
      }
    });
  }
}
