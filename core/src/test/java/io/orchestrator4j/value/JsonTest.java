package io.orchestrator4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.annotation.RetentionPolicy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class JsonTest {

  enum PortMode {
    TAGGED,
    @JsonProperty("Link Member")
    LINK_MEMBER;

    @Override
    public String toString() {
      return "shown as " + name();
    }
  }

  record Port(
      UUID portId,
      PortMode portMode,
      String primaryIp4,
      @JsonProperty("link member") boolean member,
      List<PortMode> modes,
      Map<String, Integer> counts,
      BigDecimal share,
      LocalDate from,
      Instant at,
      Duration rest) {}

  private static final Port PORT = new Port(
      new UUID(1, 2),
      PortMode.TAGGED,
      "10.0.0.1",
      true,
      List.of(PortMode.LINK_MEMBER),
      Map.of("keptAsItIs", 1),
      new BigDecimal("1.10"),
      LocalDate.of(2026, 1, 31),
      Instant.parse("2026-01-31T10:00:00Z"),
      Duration.ofMinutes(5));

  @Test
  void writesSnakeCaseNamesAndLowerCaseConstants() {
    assertThat(Json.write(Json.toTree(PORT))).isEqualTo("""
        {"port_id":"00000000-0000-0001-0000-000000000002","port_mode":"tagged","primary_ip4":"10.0.0.1",\
        "link member":true,"modes":["Link Member"],"counts":{"keptAsItIs":1},"share":1.10,"from":"2026-01-31",\
        "at":"2026-01-31T10:00:00Z","rest":"PT5M"}""");
  }

  @Test
  void readsBackWhatItWrote() {
    assertThat(Json.fromTree(Json.read(Json.write(Json.toTree(PORT))), Port.class))
        .isEqualTo(PORT);
  }

  @Test
  void keepsNulls() {
    assertThat(Json.write(Json.toTree(State.NOTHING))).isEqualTo("{\"name\":null}");
  }

  record State(String name) {
    static final State NOTHING = new State(null);
  }

  @Test
  void saysWhatDoesNotFit() {
    assertThatThrownBy(() -> Json.fromTree(Json.read("\"x\""), Integer.class))
        .isInstanceOf(NotConvertible.class)
        .hasMessageStartingWith("\"x\" cannot be read as java.lang.Integer");
  }

  @Test
  void aTextThatNoConstantHasIsRefusedWithThoseThatThereAre() {
    assertThatThrownBy(() -> Json.fromTree(Json.toTree("zebra"), RetentionPolicy.class))
        .isInstanceOf(NotConvertible.class)
        .hasMessage(
            "\"zebra\" cannot be read as RetentionPolicy; it is one of source, class, runtime");
  }

  @Test
  void saysWhatIsNoJson() {
    List<Object> endless = new ArrayList<>();
    endless.add(endless);

    assertThatThrownBy(() -> Json.toTree(endless)).isInstanceOf(NotStorable.class);
    assertThatThrownBy(() -> Json.toTree(new Object())).isInstanceOf(NotStorable.class);
  }
}
