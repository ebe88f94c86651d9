package io.orchestrator4j.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search language: what is typed, and what PostgreSQL is asked. */
final class SearchLanguageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "port ~ ('port')",
        "port ams* ~ (('port') & ('ams':*))",
        "a|b c ~ (('a') | (('b') & ('c')))",
        "-port ~ !(('port'))",
        "-(a | b) ~ !((('a') | ('b')))",
        "- (a) ~ !(('a'))",
        "\"core link\" ~ ('core' <-> 'link')",
        "ams-ix_1 ~ ('ams' <-> 'ix' <-> '1')",
        "10.0.1* ~ ('10' <-> '0' <-> '1':*)",
        "status:active ~ (('status' <-> 'active'))",
        "portMode:(tagged|\"link member\"|un*) ~ "
            + "(('port' <-> 'mode' <-> 'tagged') | ('port' <-> 'mode' <-> 'link' <-> 'member') | ('port' <-> 'mode' <-> 'un':*))",
        "-insync:false ~ !((('insync' <-> 'false')))",
        "\"note\":x ~ (('note' <-> 'x'))",
        "it's ~ ('it' <-> 's')",
        "a\\b ~ ('a' <-> 'b')",
        "<a>! ~ ('a')",
        "a & b ~ (('a') & ('b'))",
      })
  void isAskedSo(String query, String words) {
    assertThat(SearchLanguage.read(query).flatMap(SearchWords::of)).contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "!", "&", "\"\"", "-_", "key:'"})
  void withoutAWordNothingIsAsked(String query) {
    assertThat(SearchLanguage.read(query).flatMap(SearchWords::of)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "(x ~ The end in the search '(x': expected a closing )",
        "x) ~ ')' at place 2 in the search 'x)': expected a word, a \"phrase\" or a group in parentheses",
        "a: ~ The end in the search 'a:': expected a word or a \"phrase\"",
        "a:(b ~ The end in the search 'a:(b': expected a closing )",
        "a| ~ The end in the search 'a|': expected a word, a \"phrase\" or a group in parentheses",
        "a * ~ '*' at place 3 in the search 'a *': expected a word, a \"phrase\" or a group in parentheses",
        "a \"b ~ The end in the search 'a \"b': expected a closing \"",
        "a:-b:c ~ ':' at place 5 in the search 'a:-b:c': expected a word, a \"phrase\" or a group in parentheses",
      })
  void whatIsWrongIsNamedWithItsPlace(String query, String message) {
    assertThatThrownBy(() -> SearchLanguage.read(query))
        .isInstanceOf(InvalidSearch.class)
        .hasMessage(message);
  }
}
