package io.orchestrator4j.server.web;

import io.orchestrator4j.workflow.Caller;
import org.jspecify.annotations.Nullable;

/** Who sends a request. That is not known yet: a name is what they say it is, and gives no rights. */
public final class Callers {

  private static final int LONGEST_REPORTER = 100;

  private Callers() {}

  /**
   * The caller of the name in the query; the platform itself where there is none.
   *
   * @throws InvalidRequest if the name is too long or cannot be stored
   */
  public static Caller named(@Nullable String reporter) {
    String name = Parameters.text("reporter", reporter, LONGEST_REPORTER);
    return Caller.named(name == null || name.isEmpty() ? Caller.SYSTEM_NAME : name);
  }
}
