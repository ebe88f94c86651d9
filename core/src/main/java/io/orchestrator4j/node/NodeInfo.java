package io.orchestrator4j.node;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A node as operators see it.
 *
 * @param silence how long ago it last said that it lives; null if it never did
 * @param running how many processes it owns
 */
public record NodeInfo(Node node, State state, @Nullable Duration silence, long running) {

  /** What a node does. */
  public enum State {
    /** It works. */
    LIVE,
    /** It ends what it is at, and begins nothing. */
    DRAINING,
    /** It has not been heard of for longer than its lease, and will be taken for dead. */
    SILENT,
    /** It was taken for dead; others go on with its processes. */
    LOST,
    /** It ended in order. */
    STOPPED
  }
}
