package io.orchestrator4j.node;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a node is there for. */
public enum NodeRole {
  /** Takes operations: starts, resumes, aborts. */
  API,
  /** Runs processes. */
  WORKER;

  /** All of them, which is what a node has unless said otherwise. */
  public static final Set<NodeRole> ALL = Set.copyOf(EnumSet.allOf(NodeRole.class));

  /** Roles as a text: {@code api,worker}. */
  public static String text(Collection<NodeRole> roles) {
    return roles.stream()
        .sorted()
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(","));
  }

  /** The roles that a text names. */
  public static Set<NodeRole> parse(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
        .collect(Collectors.toUnmodifiableSet());
  }
}
