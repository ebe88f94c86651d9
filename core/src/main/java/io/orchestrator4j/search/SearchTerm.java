package io.orchestrator4j.search;

import java.util.List;

/** What somebody searches for, as it was typed: words, what stands under a key, and combinations of these. */
public sealed interface SearchTerm {

  /** All of these. */
  record AllOf(List<SearchTerm> terms) implements SearchTerm {
    public AllOf {
      terms = List.copyOf(terms);
    }
  }

  /** At least one of these. */
  record AnyOf(List<SearchTerm> terms) implements SearchTerm {
    public AnyOf {
      terms = List.copyOf(terms);
    }
  }

  /** Not this. */
  record Not(SearchTerm term) implements SearchTerm {}

  /** One of some values under a key, as in {@code status:(active|provisioning)}. */
  record Under(String key, List<Value> values) implements SearchTerm {
    public Under {
      values = List.copyOf(values);
    }
  }

  /** A value, anywhere. */
  sealed interface Value extends SearchTerm {

    /** The text to look for. */
    String text();
  }

  /** One word, whole. */
  record Word(String text) implements Value {}

  /** What begins so, as in {@code ams*}. */
  record Prefix(String text) implements Value {}

  /** Words one after the other, as in {@code "core link"}. */
  record Phrase(String text) implements Value {}
}
