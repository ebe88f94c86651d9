package io.orchestrator4j.form;

import io.orchestrator4j.value.Json;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;

/**
 * A line in a list of tasks that must be done; see {@link Accept}.
 *
 * @param details what a client may need besides the text
 */
public record AcceptItem(String text, Kind kind, Map<String, ?> details) {

  public AcceptItem {
    details = Map.copyOf(details);
  }

  /** What a line is. */
  public enum Kind {
    INFO("info"),
    LABEL("label"),
    WARNING("warning"),
    URL("url"),
    CHECKBOX("checkbox"),
    INDENTED_CHECKBOX(">checkbox"),
    OPTIONAL_CHECKBOX("checkbox?"),
    INDENTED_OPTIONAL_CHECKBOX(">checkbox?"),
    SKIP("skip"),
    VALUE("value"),
    MARGIN("margin");

    private final String wire;

    Kind(String wire) {
      this.wire = wire;
    }

    String wire() {
      return wire;
    }
  }

  /** A line. */
  public static AcceptItem of(Kind kind, String text) {
    return new AcceptItem(text, kind, Map.of());
  }

  /** A task. */
  public static AcceptItem checkbox(String text) {
    return of(Kind.CHECKBOX, text);
  }

  /** Something to know. */
  public static AcceptItem info(String text) {
    return of(Kind.INFO, text);
  }

  /** Something to beware of. */
  public static AcceptItem warning(String text) {
    return of(Kind.WARNING, text);
  }

  /** A link. */
  public static AcceptItem url(String address) {
    return of(Kind.URL, address);
  }

  static ArrayNode toTree(AcceptItem... items) {
    ArrayNode tree = Json.mapper().createArrayNode();
    for (AcceptItem item : items) {
      ArrayNode line = tree.addArray().add(item.text()).add(item.kind().wire());
      if (!item.details().isEmpty()) {
        line.add(Json.toTree(item.details()));
      }
    }
    return tree;
  }
}
