package io.orchestrator4j.cli.terminal;

import java.util.LinkedHashMap;
import java.util.Map;

/** What this program tells the shell. */
public enum ExitCode {
  DONE(0, "Done"),
  FAILED(1, "Failed, was refused, or the process that was waited for failed"),
  WRONG_USAGE(2, "Wrong usage, or the input was incomplete or not valid"),
  NOT_REACHABLE(3, "The server cannot be reached");

  private final int code;
  private final String meaning;

  ExitCode(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  /** The number itself. */
  public int code() {
    return code;
  }

  /** All of them, as the help lists them. */
  public static Map<String, String> table() {
    Map<String, String> table = new LinkedHashMap<>();
    for (ExitCode code : values()) {
      table.put(Integer.toString(code.code), code.meaning);
    }
    return table;
  }
}
