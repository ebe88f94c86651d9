package io.orchestrator4j.cli.terminal;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What this program was started as, for the commands that it tells people to type. */
public final class Program {

  /** The system property by which a starting script says what it is called. */
  public static final String NAME_PROPERTY = "orchestrator4j.program";

  private Program() {}

  /** The words that start this program in a shell: {@code java -jar shop.jar}. */
  public static String name() {
    String name = System.getProperty(NAME_PROPERTY, "");
    if (!name.isEmpty()) {
      return name;
    }
    String started = System.getProperty("sun.java.command", "").split(" ", 2)[0];
    return started.endsWith(".jar") ? "java -jar " + quoted(started) : "orchestrator";
  }

  /** A whole command of this program, quoted for a shell. */
  public static String command(String... words) {
    return name() + " "
        + Arrays.stream(words).map(Program::quoted).collect(Collectors.joining(" "));
  }

  private static String quoted(String word) {
    return word.matches("[\\w@%+=:,./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
