package io.orchestrator4j.search;

/** A text is not in the search language. The message says where, what was found there and what was expected. */
public final class InvalidSearch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidSearch(String query, int position, String expected) {
    super("%s in the search '%s': expected %s".formatted(found(query, position), query, expected));
  }

  private static String found(String query, int position) {
    return position < query.length()
        ? "'%c' at place %d".formatted(query.charAt(position), position + 1)
        : "The end";
  }
}
