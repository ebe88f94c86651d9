package io.orchestrator4j.server.recording;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the placeholders of one recording stand for in one replay: each name for one value, each value for one name. */
final class Placeholders {

  private static final Pattern PLACEHOLDER = Pattern.compile("<[a-z][^<>]*>");
  private static final Pattern VERSION = Pattern.compile("<version-\\d+>");
  private static final Pattern VERSION_NUMBER = Pattern.compile("\"(<version-(\\d+)>)\"");
  // the recordings tell lengths of texts that have it in them
  private static final int LENGTH_OF_RUN = 10;
  private static final String TIME = "<time:iso";
  private static final String UUID_SHAPE = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Map<String, String> values;

  Placeholders() {
    this(new HashMap<>(Map.of(
        "<run>", UUID.randomUUID().toString().replace("-", "").substring(0, LENGTH_OF_RUN))));
  }

  private Placeholders(Map<String, String> values) {
    this.values = values;
  }

  Placeholders copy() {
    return new Placeholders(new HashMap<>(values));
  }

  /** A recorded text with what is known by now in the place of placeholders. */
  String known(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> values.getOrDefault(found.group(), found.group()));
  }

  /** A body to send; a version that no answer had is the recorded one. */
  String fillBody(String json) {
    return fill(VERSION_NUMBER
        .matcher(json)
        .replaceAll(found -> values.getOrDefault(found.group(1), found.group(2))));
  }

  /** A text to send; an id that no answer had stands for one that does not exist. */
  String fill(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> isTime(found.group())
            ? time(description(found.group()))
            : values.computeIfAbsent(found.group(), _ -> UUID.randomUUID().toString()));
  }

  private static boolean isTime(String name) {
    return name.startsWith(TIME);
  }

  private static String description(String name) {
    return name.substring(TIME.length(), name.length() - 1);
  }

  /** Some time of a shape: which one makes no difference. */
  private static String time(String description) {
    return "2026-01-31%s12:30:00%s%s"
        .formatted(
            description.charAt(0), description.contains(".") ? ".123456" : "", offset(description));
  }

  private static String offset(String description) {
    return description.replaceFirst("^.s?\\.?", "");
  }

  /** Whether a recorded value stands for this one; remembers what it did not know yet. */
  boolean match(JsonNode recorded, JsonNode actual) {
    if (recorded.isString() && recorded.asString().equals("<time:number>")) {
      return actual.isNumber() && actual.asDouble() > 1_600_000_000;
    }
    if (recorded.isString() && recorded.asString().equals("<number>")) {
      return actual.isInt() && actual.asInt() > 0;
    }
    if (recorded.isString()
        && actual.isInt()
        && VERSION.matcher(recorded.asString()).matches()) {
      return match(recorded.asString(), actual.asString());
    }
    if (recorded.isNumber() && actual.isNumber()) {
      return recorded.decimalValue().compareTo(actual.decimalValue()) == 0;
    }
    if (recorded.isString() && actual.isString()) {
      return match(recorded.asString(), actual.asString());
    }
    return recorded.equals(actual);
  }

  private boolean match(String recorded, String actual) {
    StringBuilder shape = new StringBuilder();
    Map<String, String> groups = new HashMap<>();
    Matcher placeholder = PLACEHOLDER.matcher(recorded);
    int end = 0;
    while (placeholder.find()) {
      shape.append(Pattern.quote(recorded.substring(end, placeholder.start())));
      shape.append(shapeOf(placeholder.group(), groups));
      end = placeholder.end();
    }
    shape.append(Pattern.quote(recorded.substring(end)));
    Matcher found = Pattern.compile(shape.toString(), Pattern.DOTALL).matcher(actual);
    return found.matches()
        && groups.entrySet().stream()
            .allMatch(group -> bind(group.getKey(), found.group(group.getValue())));
  }

  private String shapeOf(String name, Map<String, String> groups) {
    if (values.containsKey(name)) {
      return Pattern.quote(values.get(name));
    }
    if (isTime(name)) {
      return timeShape(description(name));
    }
    return switch (name) {
      case "<repr>", "<trace>" -> ".+";
      case "<hex>" -> "[0-9a-f]+";
      default -> {
        String group = "g" + groups.size();
        groups.put(name, group);
        yield "(?<%s>%s)".formatted(group, name.startsWith("<id-") ? UUID_SHAPE : "[\\w-]+");
      }
    };
  }

  /** The recordings describe a time by its separator, {@code s} for seconds, a dot for a fraction, and the offset. */
  private static String timeShape(String description) {
    boolean fraction = description.contains(".");
    String separator = description.substring(0, 1);
    return "\\d{4}-\\d\\d-\\d\\d%s\\d\\d:\\d\\d:\\d\\d%s%s"
        .formatted(separator, fraction ? "\\.\\d+" : "", Pattern.quote(offset(description)));
  }

  private boolean bind(String name, String value) {
    if (values.containsKey(name)) {
      return values.get(name).equals(value);
    }
    if (VERSION.matcher(name).matches()) {
      return bindVersion(name, value);
    }
    if (values.containsValue(value)) {
      return false;
    }
    values.put(name, value);
    return true;
  }

  /** A later version is a greater one in both. */
  private boolean bindVersion(String name, String value) {
    boolean grows = values.entrySet().stream()
        .filter(known -> VERSION.matcher(known.getKey()).matches())
        .allMatch(known -> recorded(known.getKey()) < recorded(name)
            == Integer.parseInt(known.getValue()) < Integer.parseInt(value));
    if (grows) {
      values.put(name, value);
    }
    return grows;
  }

  private static int recorded(String version) {
    return Integer.parseInt(version.replaceAll("\\D", ""));
  }

  /** Whether a version is another one than the recorded one. */
  boolean hasOtherVersions() {
    return values.entrySet().stream()
        .anyMatch(known -> VERSION.matcher(known.getKey()).matches()
            && recorded(known.getKey()) != Integer.parseInt(known.getValue()));
  }
}
