package io.orchestrator4j.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that are one JSON value each: VLANs, addresses, and records of one component. */
final class ValueTypesTest {

  record Topology(String value) {
    Topology {
      if (value.isEmpty()) {
        throw new IllegalArgumentException("Topology must not be empty");
      }
    }
  }

  record Wrapped(Topology topology) {}

  record Names(List<String> names) {}

  record Addresses(InetAddress any, Inet4Address four, Inet6Address six) {}

  @Test
  void aRecordOfOneComponentIsReadFromItsValueAndFromAnObject() {
    assertThat(Json.fromTree(Json.read("\"mesh\""), Topology.class))
        .isEqualTo(new Topology("mesh"));
    assertThat(Json.fromTree(Json.read("\"mesh\""), Wrapped.class))
        .isEqualTo(new Wrapped(new Topology("mesh")));
    assertThat(Json.fromTree(Json.toTree(new Topology("mesh")), Topology.class))
        .isEqualTo(new Topology("mesh"));
    assertThat(OneValueRecords.bare(new Wrapped(new Topology("mesh")))).isEqualTo("mesh");
    assertThatThrownBy(() -> Json.fromTree(Json.read("\"\""), Topology.class))
        .isInstanceOf(NotConvertible.class)
        .hasRootCauseMessage("Topology must not be empty");
  }

  @Test
  void aRecordOfAListIsNoSingleValue() {
    assertThat(OneValueRecords.isOne(Names.class)).isFalse();
    assertThat(OneValueRecords.isOne(Addresses.class)).isFalse();
    assertThat(OneValueRecords.isOne(String.class)).isFalse();
  }

  @Test
  void addressesAreTextAndNeverLookedUp() {
    Addresses addresses = Json.fromTree(
        Json.read("{\"any\":\"10.0.0.1\",\"four\":\"10.0.0.2\",\"six\":\"2001:DB8:0:0:1:0:0:1\"}"),
        Addresses.class);

    assertThat(Json.toTree(addresses))
        .isEqualTo(
            Json.toTree(Map.of("any", "10.0.0.1", "four", "10.0.0.2", "six", "2001:db8::1:0:0:1")));
    assertThatThrownBy(() -> Json.fromTree(Json.read("\"localhost\""), InetAddress.class))
        .isInstanceOf(NotConvertible.class);
    assertThatThrownBy(() -> Json.fromTree(Json.read("\"::1\""), Inet4Address.class))
        .isInstanceOf(NotConvertible.class);
    assertThatThrownBy(() -> Json.fromTree(Json.read("\"10.0.0.1\""), Inet6Address.class))
        .isInstanceOf(NotConvertible.class);
  }

  @ParameterizedTest
  @CsvSource({
    "::, ::",
    "0:0:0:0:0:0:0:1, ::1",
    "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
    "fe80:0:0:0:1:0:0:0, fe80::1:0:0:0"
  })
  void addressesOfVersion6AreShort(String given, String text) {
    assertThat(IpAddresses.text(InetAddress.ofLiteral(given))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      345           | 345
      20-23,45      | 20-23,45
      3, 1 ,2       | 1-3
      1,1,1         | 1
      0-4096        | 0-4096
      """)
  void vlansAreReadAndWritten(String given, String text) {
    assertThat(VlanRanges.parse(given)).hasToString(text).isEqualTo(VlanRanges.parse(text));
    assertThat(Json.fromTree(Json.toTree(VlanRanges.parse(given)), VlanRanges.class))
        .isEqualTo(VlanRanges.parse(given));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      4097   | 4097 is out of range (0-4096).
      a,b    | a,b could not be converted to a VlanRanges object.
      1,,2   | 1,,2 could not be converted to a VlanRanges object.
      5-3    | 5-3 runs backwards; the lower number comes first
      """)
  void whatNamesNoVlansIsRefused(String given, String message) {
    assertThatThrownBy(() -> VlanRanges.parse(given)).hasMessage(message);
  }

  @Test
  void vlansAreASet() {
    VlanRanges some = VlanRanges.parse("10-20");

    assertThat(VlanRanges.none()).hasToString("").isEqualTo(VlanRanges.parse(" "));
    assertThat(VlanRanges.none().isEmpty()).isTrue();
    assertThat(some.contains(15)).isTrue();
    assertThat(some.contains(-1)).isFalse();
    assertThat(some.overlaps(VlanRanges.of(20, 21))).isTrue();
    assertThat(some.plus(VlanRanges.of(21))).hasToString("10-21");
    assertThat(some.minus(VlanRanges.of(15))).hasToString("10-14,16-20");
    assertThat(some.and(VlanRanges.of(15, 30))).hasToString("15");
    assertThat(some.stream()).hasSize(11).startsWith(10);
    assertThat(some).hasSameHashCodeAs(VlanRanges.parse("10-20")).hasToString("10-20");
  }
}
