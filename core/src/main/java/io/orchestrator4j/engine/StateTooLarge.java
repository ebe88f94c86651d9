package io.orchestrator4j.engine;

import io.orchestrator4j.workflow.ProcessFailure;
import java.util.Map;

/** A step's result would make the state of its process larger than the configured limit. */
final class StateTooLarge extends ProcessFailure {

  private static final long serialVersionUID = 1L;

  StateTooLarge(long size, long limit, String largestKey, long largest) {
    super(
        ("The state would have %d bytes of JSON, and orchestrator.limits.state allows %d. Its largest key is '%s' with %d"
                + " bytes: keep such data elsewhere and its address in the State, or raise the limit")
            .formatted(size, limit, largestKey, largest),
        Map.of("code", "state_too_large", "size", size, "limit", limit, "largest_key", largestKey));
  }
}
