package io.orchestrator4j.chaos.node;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a node is told, one line each.
 *
 * @param number which order; the report has the same
 * @param workflow what to start
 * @param process what to change
 * @param key by which a start happens once; the name of the node that is to drain
 * @param pages what is answered, page by page
 */
public record Order(
    long number,
    What what,
    @Nullable String workflow,
    @Nullable String process,
    @Nullable String key,
    List<ObjectNode> pages) {

  public Order {
    pages = List.copyOf(pages);
  }

  /** What there is to do. */
  public enum What {
    START,
    RESUME,
    RETRY,
    ABORT,
    DRAIN,
    GO_ON,
    PAUSE,
    UNPAUSE,
    STOP
  }
}
