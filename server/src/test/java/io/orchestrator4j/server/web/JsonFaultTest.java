package io.orchestrator4j.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JsonFaultTest {

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      [{              | 2 | Expecting property name enclosed in double quotes
      {"a":           | 5 | Expecting value
      not json        | 0 | Expecting value
      [1,             | 3 | Expecting value
      [1,]            | 3 | Expecting value
      {"a":1,}        | 7 | Expecting property name enclosed in double quotes
      {"a" 1}         | 5 | Expecting ':' delimiter
      {"a":1 "b"}     | 7 | Expecting ',' delimiter
      [1 2]           | 3 | Expecting ',' delimiter
      "abc            | 0 | Unterminated string starting at
      "\\q"           | 1 | Invalid \\escape
      "\\u12          | 2 | Invalid \\uXXXX escape
      "\\u12g4"       | 2 | Invalid \\uXXXX escape
      "\\             | 0 | Unterminated string starting at
      [] x            | 3 | Extra data
      ~  ~            | 2 | Expecting value
      {a:1}           | 1 | Expecting property name enclosed in double quotes
      nul             | 0 | Expecting value
      01              | 1 | Extra data
      -               | 0 | Expecting value
      1.              | 1 | Extra data
      [1.e5]          | 2 | Expecting ',' delimiter
      {"a":tru}       | 5 | Expecting value
      ["😀", oops]    | 6 | Expecting value
      """)
  void aFaultHasItsPlaceInCharactersAndItsReason(String text, int position, String reason) {
    assertThat(JsonFault.in(text)).isEqualTo(new JsonFault(position, reason));
  }

  @Test
  void aControlCharacterInATextIsAFault() {
    assertThat(JsonFault.in("\"a\nb\""))
        .isEqualTo(new JsonFault(2, "Invalid control character at"));
  }

  @Test
  void aMillionBracketsDoNotOverflowTheStack() {
    assertThat(JsonFault.in("[".repeat(1_000_000)).reason()).isEqualTo("Nested too deeply");
  }
}
