package io.orchestrator4j.form;

/** Something is wrong with how a page is defined: where, what was found, and what to write instead. */
public final class PageProblem extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PageProblem(String place, String found, String remedy) {
    super("%s: %s. %s.".formatted(place, found, remedy));
  }
}
