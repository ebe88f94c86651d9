package io.orchestrator4j.process;

/** What can happen to a process. */
public enum ProcessEvent {
  ADVANCE,
  SUSPEND,
  FAIL,
  FIND_INCONSISTENT,
  FIND_UNAVAILABLE,
  COMPLETE,
  RESUME,
  RETRY,
  ABORT,
  CLAIM,
  RESUME_LATER,
  RETRY_LATER
}
