package io.orchestrator4j.audit;

import java.util.Locale;

/** What an operator can do that leaves a row. A start leaves none: the process itself says who started it. */
public enum AuditAction {
  RESUME,
  RETRY,
  ABORT,
  DELETE,
  NOTE,
  PAUSE_ENGINE,
  RESUME_ENGINE,
  DRAIN_NODE,
  RESUME_NODE,
  EDIT_PRODUCT,
  EDIT_PRODUCT_BLOCK,
  EDIT_RESOURCE_TYPE,
  EDIT_WORKFLOW,
  SET_IN_SYNC,
  UPGRADE_DATA,
  DOWNGRADE_DATA;

  private final String text = name().toLowerCase(Locale.ROOT);

  /** The name in the database and on the wire. */
  public String text() {
    return text;
  }
}
