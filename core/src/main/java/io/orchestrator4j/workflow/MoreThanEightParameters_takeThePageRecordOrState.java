package io.orchestrator4j.workflow;

/**
 * What a chain returns for a method of nine parameters. It has no methods, so the compiler's message
 * about the next call in the chain carries its name, which says what to do.
 */
public final class MoreThanEightParameters_takeThePageRecordOrState {

  private MoreThanEightParameters_takeThePageRecordOrState() {}
}
