package io.orchestrator4j.workflow;

/** What a workflow does to a subscription; {@link #SYSTEM} for the platform's own work. */
public enum Target {
  CREATE,
  MODIFY,
  TERMINATE,
  SYSTEM,
  VALIDATE,
  RECONCILE
}
