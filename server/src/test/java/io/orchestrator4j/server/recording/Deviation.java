package io.orchestrator4j.server.recording;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One place at which an answer of ours is not the recorded one; null is absent. */
record Deviation(
    String path, @Nullable JsonNode recorded, @Nullable JsonNode ours) {}
