package io.orchestrator4j.cli;

import io.orchestrator4j.cli.terminal.Terminal;

/** The main of an author's application: the server and the command line that operates it. */
public final class OrchestratorApplication {

  private OrchestratorApplication() {}

  /**
   * Does what the arguments say; without any, runs the server until it is stopped. Ends the program where that
   * failed.
   *
   * @param application the author's class marked {@code @SpringBootApplication}
   */
  public static void run(Class<?> application, String... arguments) {
    int exitCode = CommandTree.of(application, Terminal.standard()).execute(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }
}
