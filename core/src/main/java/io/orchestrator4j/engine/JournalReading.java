package io.orchestrator4j.engine;

import io.orchestrator4j.process.Journal;

/** Makes of a journal as it is stored what people read. Thread-safe. */
@FunctionalInterface
public interface JournalReading {

  /** The same journal, with what its references stand for. */
  Journal expand(Journal journal);
}
