package io.orchestrator4j.engine;

import io.orchestrator4j.process.Delta;
import io.orchestrator4j.process.Journal;
import io.orchestrator4j.process.StepRecord;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.value.Secrets;
import tools.jackson.databind.node.ObjectNode;

/** Puts asterisks for the secrets of a journal before anybody reads it. */
final class Masking {

  private Masking() {}

  static Journal of(Journal journal) {
    return new Journal(journal.records().stream().map(Masking::of).toList());
  }

  private static StepRecord of(StepRecord record) {
    Delta delta = record.delta();
    String snapshot = record.snapshot();
    return new StepRecord(
        record.stepId(),
        record.place(),
        record.status(),
        record.attempt(),
        new Delta((ObjectNode) Secrets.masked(delta.set()), delta.removed()),
        snapshot == null ? null : Json.write(Secrets.masked(Json.read(snapshot))),
        record.failure());
  }
}
