package io.orchestrator4j.server.recording;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The deliberate differences between our answers and the recorded ones, each with its reason. What is on the list must
 * occur; what occurs must be on the list.
 */
final class Differences {

  private static final JsonNode ANYTHING = Json.toTree("<any>");

  /** One difference at one place; without a recording or number it is one of every answer that has the place. */
  record Expected(
      @Nullable String recording,
      @Nullable Integer number,
      String path,
      JsonNode ours,
      String reason) {

    boolean explains(String inRecording, int inNumber, Deviation deviation) {
      return (recording == null || recording.equals(inRecording))
          && (number == null || number == inNumber)
          && Pattern.matches(shape(), deviation.path())
          && isOurs(deviation.ours());
    }

    private String shape() {
      return Pattern.quote(path).replace("[*]", "\\E\\[\\d+]\\Q");
    }

    private boolean isOurs(@Nullable JsonNode actual) {
      if (ours.equals(ANYTHING)) {
        return true;
      }
      if (actual == null) {
        return ours.equals(Json.toTree("<absent>"));
      }
      // a text in the recording can be JSON here
      return actual.equals(ours)
          || (ours.isObject()
              && actual.isString()
              && Json.read(actual.asString()).equals(ours));
    }
  }

  private final List<Expected> expected;
  private final Set<Expected> occurred = new HashSet<>();

  Differences(List<Expected> expected) {
    this.expected = List.copyOf(expected);
  }

  /** The list in the data file. */
  static Differences read() {
    return from(Recording.resource("differences.json"));
  }

  static Differences from(JsonNode entries) {
    List<Expected> all = new ArrayList<>();
    for (JsonNode entry : entries) {
      JsonNode recording = entry.path("recording");
      String reason = entry.get("reason").asString();
      entry.get("ours").properties().forEach(place -> {
        if (entry.has("requests")) {
          entry
              .get("requests")
              .forEach(number -> all.add(new Expected(
                  recording.asString(), number.asInt(), place.getKey(), place.getValue(), reason)));
        } else {
          all.add(new Expected(
              recording.isString() ? recording.asString() : null,
              null,
              place.getKey(),
              place.getValue(),
              reason));
        }
      });
    }
    return new Differences(all);
  }

  /** The deviations that are not on the list; those that are count as occurred. */
  List<Deviation> unexplained(String recording, int number, List<Deviation> deviations) {
    List<Deviation> left = new ArrayList<>();
    for (Deviation deviation : deviations) {
      List<Expected> reasons = expected.stream()
          .filter(difference -> difference.explains(recording, number, deviation))
          .toList();
      occurred.addAll(reasons);
      if (reasons.isEmpty()) {
        left.add(deviation);
      }
    }
    return left;
  }

  /** What is on the list but did not occur. */
  List<Expected> gone() {
    return expected.stream()
        .filter(difference -> !occurred.contains(difference))
        .toList();
  }
}
