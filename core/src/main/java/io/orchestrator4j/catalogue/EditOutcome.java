package io.orchestrator4j.catalogue;

/** What became of an edit of the catalogue. */
public sealed interface EditOutcome {

  /** It holds now; perhaps it did before. */
  record Done() implements EditOutcome {}

  /** There is nothing of this id. */
  record NotFound() implements EditOutcome {}

  /** The product was to be at the end of its life, and is still subscribed to; nothing was changed. */
  record StillSubscribed(long subscriptions) implements EditOutcome {}
}
