package io.orchestrator4j.cli.terminal;

/** A command cannot do what it was asked for; its message is all that is printed. */
public final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;
  private final String message;

  public CommandFailure(ExitCode exitCode, String message) {
    super(message, null, false, false);
    this.exitCode = exitCode;
    this.message = message;
  }

  @Override
  public String getMessage() {
    return message;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
