package io.orchestrator4j.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ValueTypesTest {

  enum Mode {
    TAGGED
  }

  int number;
  Integer boxed;
  byte[] bytes;
  LocalDate day;
  Mode mode;
  List<Mode> modes;
  Map<String, List<Integer>> map;
  List<? extends Number> numbers;

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      number  | Integer
      boxed   | Integer
      bytes   | byte[]
      day     | LocalDate
      mode    | Mode
      modes   | List<Mode>
      map     | Map<String, List<Integer>>
      numbers | List<? extends java.lang.Number>
      """)
  void aTypeIsNamedWithoutItsPackage(String field, String text) throws NoSuchFieldException {
    assertThat(ValueTypes.text(ValueTypesTest.class.getDeclaredField(field).getGenericType()))
        .isEqualTo(text);
  }
}
