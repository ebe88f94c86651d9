package io.orchestrator4j.cli.catalogue;

import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** One of a list, found as people call it. */
final class NamedThing {

  private NamedThing() {}

  /**
   * The one of this name or id.
   *
   * @param what what it is, for the message
   * @param id the key of its id
   * @throws CommandFailure if there is none
   */
  static JsonNode in(JsonNode all, String what, String id, String nameOrId) {
    return all.valueStream()
        .filter(each -> Objects.equals(each.path("name").asString(""), nameOrId)
            || Objects.equals(each.path(id).asString(""), nameOrId))
        .findFirst()
        .orElseThrow(() -> new CommandFailure(
            ExitCode.FAILED,
            "There is no %s '%s'; there are %s"
                .formatted(
                    what,
                    nameOrId,
                    all.valueStream()
                        .map(each -> each.path("name").asString(""))
                        .collect(Collectors.joining(", ")))));
  }
}
