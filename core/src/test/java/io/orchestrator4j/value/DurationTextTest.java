package io.orchestrator4j.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "30s, PT30S",
    "5m, PT5M",
    "2h, PT2H",
    "1d, PT24H",
    "90s, PT1M30S",
    "0s, PT0S"
  })
  void readsANumberAndAUnitAndWritesItAgain(String text, Duration duration) {
    assertThat(DurationText.parse(text)).contains(duration);
    assertThat(DurationText.of(duration)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "1.5h", "-5s", "PT30S", "5 m", "1h30m", "9999999999s"})
  void readsNothingElse(String text) {
    assertThat(DurationText.parse(text)).isEmpty();
  }
}
