package io.orchestrator4j.workflow;

/** Who is expected to act on a process next; for information, it grants nothing. */
public enum Assignee {
  NOC,
  SYSTEM,
  CHANGES,
  KLANTSUPPORT
}
