package io.orchestrator4j.server.settings;

import java.util.List;

/** The configuration cannot be used; each complaint names a key, what was found there and what to write instead. */
public final class WrongSettings extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<String> complaints;

  public WrongSettings(List<String> complaints) {
    super(String.join(System.lineSeparator(), complaints));
    this.complaints = List.copyOf(complaints);
  }

  public List<String> complaints() {
    return complaints;
  }
}
