package io.orchestrator4j.server.recording;

import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.server.recording.Recording.Exchange;
import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Compares one answer with the recorded one: status, recorded headers, and the whole body. */
final class Comparison {

  private final Placeholders placeholders;
  private final List<Deviation> deviations = new ArrayList<>();

  private Comparison(Placeholders placeholders) {
    this.placeholders = placeholders;
  }

  /**
   * All deviations.
   *
   * @param wanted makes of the recorded body what is wanted of ours
   * @param projection makes of our body what the recording kept of it
   */
  static List<Deviation> of(
      Exchange recorded,
      Answer ours,
      UnaryOperator<JsonNode> wanted,
      UnaryOperator<JsonNode> projection,
      Placeholders placeholders) {
    Comparison comparison = new Comparison(placeholders);
    comparison.value("status", Json.toTree(recorded.status()), Json.toTree(ours.status()));
    recorded
        .headers()
        .forEach((name, value) -> comparison.value(
            "headers." + name, Json.toTree(value), Json.toTree(ours.header(name))));
    if (recorded.text() != null) {
      comparison.value("text", Json.toTree(recorded.text()), Json.toTree(ours.text()));
    } else if (recorded.json() != null) {
      comparison.json(wanted.apply(recorded.json()), ours.text(), projection);
    }
    return comparison.deviations;
  }

  private void json(JsonNode recorded, String ours, UnaryOperator<JsonNode> projection) {
    try {
      value("json", recorded, projection.apply(Json.read(ours)));
    } catch (JacksonException e) {
      deviations.add(new Deviation("json", recorded, Json.toTree(ours)));
    }
  }

  private void value(String path, @Nullable JsonNode recorded, @Nullable JsonNode ours) {
    if (recorded == null || ours == null) {
      deviations.add(new Deviation(path, recorded, ours));
    } else if (recorded.isObject() && ours.isObject()) {
      Set<String> more = new LinkedHashSet<>(ours.propertyNames());
      recorded.forEachEntry((key, value) -> {
        String actual = placeholders.known(key);
        more.remove(actual);
        value(path + "." + key, value, ours.get(actual));
      });
      more.forEach(key -> value(path + "." + key, null, ours.get(key)));
    } else if (recorded.isArray() && ours.isArray()) {
      for (int i = 0; i < Math.max(recorded.size(), ours.size()); i++) {
        value("%s[%d]".formatted(path, i), recorded.get(i), ours.get(i));
      }
    } else if (!placeholders.match(recorded, ours)) {
      deviations.add(new Deviation(path, recorded, ours));
    }
  }
}
