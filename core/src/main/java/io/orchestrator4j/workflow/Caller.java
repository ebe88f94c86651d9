package io.orchestrator4j.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who asks for an operation, whichever way it came in.
 *
 * @param name what is recorded in the journal
 * @param kind how the request came in
 * @param claims what an identity provider said of a person; empty without one
 */
public record Caller(String name, Kind kind, Map<String, Object> claims) {

  /** How a request came in. */
  public enum Kind {
    PERSON,
    SYSTEM
  }

  /** The name under which the platform itself acts. */
  public static final String SYSTEM_NAME = "SYSTEM";

  public Caller {
    claims = Map.copyOf(claims);
  }

  /** The platform itself. */
  public static Caller system() {
    return new Caller(SYSTEM_NAME, Kind.SYSTEM, Map.of());
  }

  /** Somebody of whom only a name is known. */
  public static Caller named(String name) {
    return new Caller(name, Kind.PERSON, Map.of());
  }

  /** The roles in the claim {@code roles}; empty where there is no such claim. */
  public Set<String> roles() {
    return claims.get("roles") instanceof Collection<?> roles
        ? roles.stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet())
        : Set.of();
  }
}
