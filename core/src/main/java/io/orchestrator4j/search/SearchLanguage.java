package io.orchestrator4j.search;

import io.orchestrator4j.search.SearchTerm.AllOf;
import io.orchestrator4j.search.SearchTerm.AnyOf;
import io.orchestrator4j.search.SearchTerm.Not;
import io.orchestrator4j.search.SearchTerm.Phrase;
import io.orchestrator4j.search.SearchTerm.Prefix;
import io.orchestrator4j.search.SearchTerm.Under;
import io.orchestrator4j.search.SearchTerm.Value;
import io.orchestrator4j.search.SearchTerm.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the search language of Workflow Orchestrator:
 *
 * <pre>
 * query  := all ('|' all)*
 * all    := term+
 * term   := '-'? ( '(' query ')' | value ':' ( value | '(' value ('|' value)* ')' ) | value )
 * value  := '"' anything '"' | word '*'?
 * </pre>
 *
 * A word goes on to the next blank or one of {@code ( ) | ! : < > * "}; {@code ! < >} mean nothing.
 */
public final class SearchLanguage {

  private static final int DEEPEST = 50;
  private static final String A_TERM = "a word, a \"phrase\" or a group in parentheses";
  private static final String A_VALUE = "a word or a \"phrase\"";

  private final String query;
  private int position;
  private int depth;

  private SearchLanguage(String query) {
    this.query = query;
  }

  /**
   * What is searched for; empty where the text is blank.
   *
   * @throws InvalidSearch if the text is not in the language
   */
  public static Optional<SearchTerm> read(String query) {
    SearchLanguage language = new SearchLanguage(query);
    language.skipBlanks();
    if (language.atEnd()) {
      return Optional.empty();
    }
    SearchTerm term = language.query();
    if (!language.atEnd()) {
      throw language.expected(A_TERM);
    }
    return Optional.of(term);
  }

  private SearchTerm query() {
    List<SearchTerm> alternatives = new ArrayList<>();
    do {
      alternatives.add(all());
    } while (takes('|'));
    return alternatives.size() == 1 ? alternatives.getFirst() : new AnyOf(alternatives);
  }

  private SearchTerm all() {
    List<SearchTerm> terms = new ArrayList<>();
    do {
      terms.add(term());
    } while (!atEnd() && !isAt('|') && !isAt(')'));
    return terms.size() == 1 ? terms.getFirst() : new AllOf(terms);
  }

  private SearchTerm term() {
    if (takes('-')) {
      return new Not(positive());
    }
    return positive();
  }

  private SearchTerm positive() {
    if (takes('(')) {
      return group();
    }
    Value value = value(A_TERM);
    return takes(':') ? new Under(value.text(), values()) : value;
  }

  private SearchTerm group() {
    if (++depth > DEEPEST) {
      throw expected("at most %d groups within one another".formatted(DEEPEST));
    }
    SearchTerm term = query();
    requireClosed();
    depth--;
    return term;
  }

  private List<Value> values() {
    List<Value> values = new ArrayList<>();
    if (!takes('(')) {
      values.add(value(A_VALUE));
      return values;
    }
    do {
      values.add(value(A_VALUE));
    } while (takes('|'));
    requireClosed();
    return values;
  }

  private Value value(String expected) {
    if (isAt('"')) {
      return phrase();
    }
    int start = position;
    while (!atEnd() && !endsWord(query.charAt(position))) {
      position++;
    }
    if (position == start) {
      throw expected(expected);
    }
    String text = query.substring(start, position);
    boolean prefix = !atEnd() && query.charAt(position) == '*';
    if (prefix) {
      position++;
    }
    skipBlanks();
    return prefix ? new Prefix(text) : new Word(text);
  }

  private Value phrase() {
    int end = query.indexOf('"', position + 1);
    if (end < 0) {
      position = query.length();
      throw expected("a closing \"");
    }
    String text = query.substring(position + 1, end);
    position = end + 1;
    skipBlanks();
    return new Phrase(text);
  }

  private void requireClosed() {
    if (!takes(')')) {
      throw expected("a closing )");
    }
  }

  private boolean takes(char sign) {
    if (!isAt(sign)) {
      return false;
    }
    position++;
    skipBlanks();
    return true;
  }

  private boolean isAt(char sign) {
    return !atEnd() && query.charAt(position) == sign;
  }

  private boolean atEnd() {
    return position == query.length();
  }

  private void skipBlanks() {
    while (!atEnd() && isBlank(query.charAt(position))) {
      position++;
    }
  }

  private static boolean isBlank(char sign) {
    return Character.isWhitespace(sign) || "!<>".indexOf(sign) >= 0;
  }

  private static boolean endsWord(char sign) {
    return isBlank(sign) || "()|:*\"".indexOf(sign) >= 0;
  }

  private InvalidSearch expected(String what) {
    return new InvalidSearch(query, position, what);
  }
}
