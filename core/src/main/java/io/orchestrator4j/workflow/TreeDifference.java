package io.orchestrator4j.workflow;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A place where two JSON trees differ.
 *
 * @param path the place, as in {@code ports.0.vlan}; empty for the whole
 * @param actual what is there; null where there is nothing
 * @param expected what should be there; null where there should be nothing
 */
record TreeDifference(
    String path, @Nullable JsonNode actual, @Nullable JsonNode expected) {

  /** Every place where two trees differ, in the order of what was expected. */
  static List<TreeDifference> between(JsonNode actual, JsonNode expected) {
    List<TreeDifference> found = new ArrayList<>();
    compare("", actual, expected, found);
    return found;
  }

  private static void compare(
      String path,
      @Nullable JsonNode actual,
      @Nullable JsonNode expected,
      List<TreeDifference> found) {
    if (actual == null || expected == null) {
      if (actual != null || expected != null) {
        found.add(new TreeDifference(path, actual, expected));
      }
    } else if (actual.isObject() && expected.isObject()) {
      Set<String> names = new LinkedHashSet<>(expected.propertyNames());
      names.addAll(actual.propertyNames());
      for (String name : names) {
        compare(below(path, name), actual.get(name), expected.get(name), found);
      }
    } else if (actual.isArray() && expected.isArray()) {
      for (int i = 0; i < Math.max(actual.size(), expected.size()); i++) {
        compare(below(path, Integer.toString(i)), actual.get(i), expected.get(i), found);
      }
    } else if (!isSame(actual, expected)) {
      found.add(new TreeDifference(path, actual, expected));
    }
  }

  // 1 and 1.0 are the same number, however they came
  private static boolean isSame(JsonNode actual, JsonNode expected) {
    if (actual.isNumber() && expected.isNumber()) {
      BigDecimal number = actual.decimalValue();
      return number.compareTo(expected.decimalValue()) == 0;
    }
    return actual.equals(expected);
  }

  private static String below(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
