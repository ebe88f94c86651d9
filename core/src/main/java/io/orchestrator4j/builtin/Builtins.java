package io.orchestrator4j.builtin;

import java.util.List;

/** The workflows that every application has. */
public final class Builtins {

  private Builtins() {}

  /** Objects of classes marked {@code @Workflows}. */
  public static List<Object> workflows() {
    return List.of(new NoteWorkflows());
  }
}
