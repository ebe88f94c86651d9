package io.orchestrator4j.chaos.proxy;

/** A named point at which a node can be hit. */
public record Point(Kind kind, Moment moment) {

  /** Where a commit is. */
  public enum Moment {
    /** Its statements have run, and the server has not been told to commit. */
    BEFORE_COMMIT,
    /** It is durable, and the node has not been told. */
    BEFORE_ANSWER
  }

  @Override
  public String toString() {
    return kind + " " + moment;
  }
}
