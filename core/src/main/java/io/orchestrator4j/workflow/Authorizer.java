package io.orchestrator4j.workflow;

/** A rule that says who may start, resume or retry. */
@FunctionalInterface
public interface Authorizer {

  /** Allows everybody. */
  Authorizer EVERYBODY = caller -> true;

  /** Whether this caller may. */
  boolean allows(Caller caller);
}
