package io.orchestrator4j.cli.db;

import io.orchestrator4j.catalogue.CatalogueRow;
import io.orchestrator4j.catalogue.CatalogueRow.FieldRow;
import io.orchestrator4j.catalogue.CatalogueRow.FixedInputRow;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * What a script decides, as a file in JSON has it, by the names that the difference has: {@code {"renames": {"block 'Port',
 * field 'mode'": "port_mode"}, "deletes": ["block 'Old'"], "values": {"block 'Port', field 'speed'": 1000}}}. What it does
 * not name is new, stays, and gets no value.
 */
record FiledDecisions(
    @Nullable Map<String, String> renames,
    @Nullable List<String> deletes,
    @Nullable Map<String, JsonNode> values)
    implements ModelDecisions {

  /** Decides nothing. */
  static FiledDecisions none() {
    return new FiledDecisions(Map.of(), List.of(), Map.of());
  }

  /**
   * Reads a file.
   *
   * @throws CommandFailure if it cannot be read
   */
  static FiledDecisions read(Path file) {
    try {
      return Json.mapper().readValue(Files.readString(file), FiledDecisions.class);
    } catch (IOException | JacksonException e) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "The answers in %s cannot be read: %s".formatted(file, e.getMessage()));
    }
  }

  @Override
  public Optional<String> renamedFrom(CatalogueRow now, List<String> gone) {
    String old = renames == null ? null : renames.get(now.name().toString());
    if (old != null && !gone.contains(old)) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "The answers say that %s was '%s'; the code has lost %s"
              .formatted(now.name(), old, gone));
    }
    return Optional.ofNullable(old);
  }

  @Override
  public boolean deletes(CatalogueRow gone, long subscriptions) {
    return deletes != null && deletes.contains(gone.name().toString());
  }

  @Override
  public Optional<JsonNode> backfill(FieldRow field, long subscriptions) {
    return Optional.ofNullable(values == null ? null : values.get(field.name().toString()));
  }

  @Override
  public String fixedInput(FixedInputRow input) {
    JsonNode value = values == null ? null : values.get(input.name().toString());
    if (value == null) {
      throw new CommandFailure(
          ExitCode.WRONG_USAGE,
          "The answers need a value for %s (%s)".formatted(input.name(), input.type()));
    }
    return value.asString();
  }
}
