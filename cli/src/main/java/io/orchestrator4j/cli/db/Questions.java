package io.orchestrator4j.cli.db;

import java.util.List;

/** Asks whoever types commands. */
public interface Questions {

  /**
   * Lets one of several be chosen.
   *
   * @return its place in the list, from 0
   */
  int choose(String question, List<String> options);

  /** Asks for a text; what stands there is taken where nothing is typed. */
  String text(String question, String standard);

  /** Asks for a yes; anything else is a no. */
  boolean confirm(String question);
}
