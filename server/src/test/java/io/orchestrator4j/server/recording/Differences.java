package io.orchestrator4j.server.recording;

import io.orchestrator4j.value.Json;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

  /** The place of a difference that is about all versions of subscriptions. */
  private static final String VERSIONS = "<versions>";

  /** The place of a difference that is about a step that ours do not have. */
  private static final String STEP = "<step>";

  private final List<Expected> expected;
  private final Set<Expected> occurred = new HashSet<>();

  Differences(List<Expected> expected) {
    this.expected = List.copyOf(expected);
  }

  private List<Expected> at(String recording, String path) {
    return expected.stream()
        .filter(each -> recording.equals(each.recording()) && path.equals(each.path()))
        .toList();
  }

  /** Whether the versions in a recording are others than ours, and only grow as ours do. */
  boolean hidesVersions(String recording) {
    return !at(recording, VERSIONS).isEmpty();
  }

  void haveOtherVersions(String recording) {
    occurred.addAll(at(recording, VERSIONS));
  }

  /** A recorded body without the steps that ours do not have. */
  JsonNode withoutSteps(String recording, JsonNode recorded) {
    if (!(recorded.path("steps") instanceof ArrayNode steps)) {
      return recorded;
    }
    ObjectNode rest = ((ObjectNode) recorded).deepCopy();
    ArrayNode left = rest.putArray("steps");
    for (JsonNode step : steps) {
      List<Expected> missing = at(recording, STEP).stream()
          .filter(each -> each.ours().equals(step.path("name")))
          .toList();
      occurred.addAll(missing);
      if (missing.isEmpty()) {
        left.add(step);
      }
    }
    return rest;
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
