package io.orchestrator4j.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class UuidTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "67e55044-10b1-426f-9247-bb680e5fe0c8",
        "67E55044-10B1-426F-9247-BB680E5FE0C8",
        "67e5504410b1426f9247bb680e5fe0c8",
        "{67e55044-10b1-426f-9247-bb680e5fe0c8}",
        "urn:uuid:67e55044-10b1-426f-9247-bb680e5fe0c8"
      })
  void eachFormIsTheSameUuid(String text) {
    assertThat(UuidText.read(text))
        .isEqualTo(new UuidText.Valid(UUID.fromString("67e55044-10b1-426f-9247-bb680e5fe0c8")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
      nonsense                              | invalid character: found `n` at 1
      67e55044-10b1-426f-9247-bb680e5fe0cz  | invalid character: found `z` at 36
      ab😀                                  | invalid character: found `😀` at 3
      {xyz}                                 | invalid character: found `x` at 2
      67e5504410b1426f9247bb680e5fe0c       | invalid length: expected length 32 for simple format, found 31
      ~~                                    | invalid length: expected length 32 for simple format, found 0
      67e55044-10b1-426f-9247bb680e5fe0c8   | invalid group count: expected 5, found 4
      1-1-1-1-1-1                           | invalid group count: expected 5, found 6
      67e550441-10b1-426f-9247-bb680e5fe0c8 | invalid group length in group 0: expected 8, found 9
      67e55044-10b1-426f-9247-bb680e5fe0c   | invalid group length in group 4: expected 12, found 11
      """)
  void anythingElseSaysWhyNot(String text, String reason) {
    assertThat(UuidText.read(text)).isEqualTo(new UuidText.Invalid(reason));
  }
}
