package io.orchestrator4j.event;

import java.util.UUID;

/** Something that has happened and is committed. It says what to read again, never what is there. */
public sealed interface Event {

  /** A process changed: its row, its journal, or both. */
  record ProcessChanged(UUID processId) implements Event {}

  /** A subscription changed: what is known of it, or its blocks. */
  record SubscriptionChanged(UUID subscriptionId) implements Event {}

  /** More changed than could be listed: everything that is shown is to be read again. */
  record ManyChanged() implements Event {}

  /** How many processes stand at a status changed. */
  record CountsChanged() implements Event {}

  /** A process waits for a node to run it. */
  record WorkQueued() implements Event {}

  /** The engine was paused or goes on, a node was told to drain, came or went. */
  record EngineChanged() implements Event {}

  /** Something was asked of a process that runs. */
  record RequestMade(UUID processId) implements Event {}
}
