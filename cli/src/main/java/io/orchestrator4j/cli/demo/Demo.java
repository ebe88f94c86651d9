package io.orchestrator4j.cli.demo;

import java.util.List;

/**
 * The play by which an application shows itself. Found by {@link java.util.ServiceLoader}, so the class is public and
 * named in {@code META-INF/services/io.orchestrator4j.cli.demo.Demo}.
 */
public interface Demo {

  /**
   * Plays it: starts the server on the stage, and does things with it that the stage shows.
   *
   * @throws DemoFailure if something is not as it should be
   */
  void play(DemoStage stage) throws Exception;

  /** What a person can try while the server stays up, a line each. */
  default List<String> toTry(DemoStage stage) {
    return List.of();
  }

  /** Ends what the play has started besides the server. */
  default void end() {}
}
