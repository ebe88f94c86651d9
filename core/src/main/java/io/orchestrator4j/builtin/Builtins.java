package io.orchestrator4j.builtin;

import java.util.List;
import java.util.Set;

/** The workflows that every application has. */
public final class Builtins {

  private Builtins() {}

  /** Objects of classes marked {@code @Workflows}. */
  public static List<Object> workflows() {
    return List.of(new NoteWorkflows());
  }

  /** The names of these workflows. Their rows are part of the schema, not of an application's migrations. */
  public static Set<String> names() {
    return Set.of("modify_note");
  }
}
