package io.orchestrator4j.search;

import io.orchestrator4j.search.SearchTerm.AllOf;
import io.orchestrator4j.search.SearchTerm.AnyOf;
import io.orchestrator4j.search.SearchTerm.Not;
import io.orchestrator4j.search.SearchTerm.Phrase;
import io.orchestrator4j.search.SearchTerm.Prefix;
import io.orchestrator4j.search.SearchTerm.Under;
import io.orchestrator4j.search.SearchTerm.Value;
import io.orchestrator4j.search.SearchTerm.Word;
import io.orchestrator4j.value.SnakeCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How terms are asked of PostgreSQL's text search: as one text for {@code to_tsquery('simple', ...)}. A key stands right
 * before its value in the texts, so both are asked for as neighbours.
 */
final class SearchWords {

  /**
   * What separates words, in what is searched for and in what is searched: all signs of ASCII. PostgreSQL would take
   * some of them for parts of addresses and numbers, and a part of an address would not be found.
   */
  static final String SEPARATORS = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

  private static final String NEIGHBOURS = " <-> ";

  private SearchWords() {}

  /** The text of a term; empty where it has no word. */
  static Optional<String> of(SearchTerm term) {
    return switch (term) {
      case AllOf(List<SearchTerm> terms) -> combined(terms, " & ");
      case AnyOf(List<SearchTerm> terms) -> combined(terms, " | ");
      case Not(SearchTerm negated) -> of(negated).map(text -> "!(" + text + ")");
      case Under(String key, List<Value> values) -> under(key, values);
      case Value value -> inGroup(words(value), NEIGHBOURS);
    };
  }

  private static Optional<String> combined(List<SearchTerm> terms, String operator) {
    return inGroup(
        terms.stream().map(SearchWords::of).flatMap(Optional::stream).toList(), operator);
  }

  private static Optional<String> under(String key, List<Value> values) {
    List<String> keyWords = exact(SnakeCase.of(key));
    List<String> alternatives = new ArrayList<>();
    for (Value value : values) {
      List<String> words = new ArrayList<>(keyWords);
      words.addAll(words(value));
      if (words.size() > keyWords.size()) {
        inGroup(words, NEIGHBOURS).ifPresent(alternatives::add);
      }
    }
    return inGroup(alternatives, " | ");
  }

  private static Optional<String> inGroup(List<String> parts, String operator) {
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(parts.stream().collect(Collectors.joining(operator, "(", ")")));
  }

  private static List<String> words(Value value) {
    return switch (value) {
      case Word(String text) -> exact(text);
      case Phrase(String text) -> exact(text);
      case Prefix(String text) -> {
        List<String> words = new ArrayList<>(exact(text));
        if (!words.isEmpty()) {
          words.add(words.removeLast() + ":*");
        }
        yield words;
      }
    };
  }

  // without separators there is nothing in a word that could end its quotes
  private static List<String> exact(String text) {
    StringBuilder separated = new StringBuilder(text);
    for (int i = 0; i < separated.length(); i++) {
      if (SEPARATORS.indexOf(separated.charAt(i)) >= 0 || separated.charAt(i) == 0) {
        separated.setCharAt(i, ' ');
      }
    }
    return separated.toString().strip().isEmpty()
        ? List.of()
        : List.of(separated.toString().strip().split("\\s+")).stream()
            .map("'%s'"::formatted)
            .toList();
  }
}
