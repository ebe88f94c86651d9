package io.orchestrator4j.form;

import io.orchestrator4j.value.VlanRanges;
import java.time.Instant;
import java.util.stream.Stream;

/** The widgets of single values. */
final class ValueWidgets {

  private ValueWidgets() {}

  static Stream<Widget> all() {
    return Stream.of(values(), times(), addresses()).flatMap(rows -> rows);
  }

  private static Stream<Widget> values() {
    return Stream.of(
        Widget.of("text", WidgetPages.Text.class)
            .required()
            .shows("{\"maxLength\":5,\"minLength\":2,\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"abc\"")
            .refuses("5", "string_type", "Input should be a valid string")
            .refuses("\"a\"", "string_too_short", "String should have at least 2 characters"),
        Widget.of("text of several lines", WidgetPages.LongPage.class)
            .required()
            .shows("{\"format\":\"long\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"one\\ntwo\"")
            .refuses("null", "string_type", "Input should be a valid string"),
        Widget.of("cron expression", WidgetPages.Cron.class)
            .required()
            .shows("{\"title\":\"Cron\",\"type\":\"string\"}")
            .takes("\"0 2 * * *\"")
            .refuses("2", "string_type", "Input should be a valid string"),
        Widget.of("whole number", WidgetPages.Whole.class)
            .required()
            .shows("{\"maximum\":20,\"minimum\":1,\"title\":\"Value\",\"type\":\"integer\"}")
            .takes("7")
            .takes("\" 7 \"", "7")
            .takes("7.0", "7")
            .refuses("21", "less_than_equal", "Input should be less than or equal to 20")
            .refuses(
                "5.5",
                "int_from_float",
                "Input should be a valid integer, got a number with a fractional part"),
        Widget.of("number", WidgetPages.Decimal.class)
            .required()
            .shows("{\"title\":\"Value\",\"type\":\"number\"}")
            .takes("0.123456789012345678901")
            .takes("\"0.5\"", "0.5")
            .refuses(
                "\"x\"",
                "float_parsing",
                "Input should be a valid number, unable to parse string as a number"),
        Widget.of(
                "number in steps",
                WidgetPages.Steps.class,
                page -> page.field(WidgetPages.Steps::value).multipleOf(5))
            .required()
            .shows("{\"multipleOf\":5,\"title\":\"Value\",\"type\":\"integer\"}")
            .takes("10")
            .refuses("12", "multiple_of", "Input should be a multiple of 5"),
        Widget.of("yes or no", WidgetPages.YesNo.class)
            .shows("{\"default\":false,\"title\":\"Value\",\"type\":\"boolean\"}")
            .takes("true")
            .takes("\"Yes\"", "true")
            .takes("0", "false")
            .refuses(
                "2", "bool_parsing", "Input should be a valid boolean, unable to interpret input"),
        Widget.of("id", WidgetPages.Id.class)
            .required()
            .shows("{\"format\":\"uuid\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"" + WidgetPages.ONE + "\"")
            .refuses(
                "\"x\"",
                "uuid_parsing",
                "Input should be a valid UUID, invalid character: found `x` at 1"),
        Widget.of("text that is never shown", WidgetPages.PasswordPage.class)
            .required()
            .shows(
                "{\"extraProperties\":{\"password\":true,\"sensitive\":true},\"minLength\":4,"
                    + "\"title\":\"Value\",\"type\":\"string\",\"uniforms\":{\"password\":true,\"sensitive\":true}}")
            .takes("\"secret\"")
            .refuses("\"x\"", "string_too_short", "String should have at least 4 characters"),
        Widget.of("optional value", WidgetPages.Optional.class)
            .shows(
                "{\"anyOf\":[{\"type\":\"integer\"},{\"type\":\"null\"}],\"default\":null,\"title\":\"Value\"}")
            .takes("3")
            .takes("null")
            .refuses(
                "\"\"",
                "int_parsing",
                "Input should be a valid integer, unable to parse string as an integer"));
  }

  private static Stream<Widget> times() {
    return Stream.of(
        Widget.of("date", WidgetPages.Day.class)
            .required()
            .shows("{\"format\":\"date\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"2026-01-31\"")
            .takes("0", "\"1970-01-01\"")
            .refuses(
                "\"2026-01-31T01:00:00\"",
                "date_from_datetime_inexact",
                "Datetimes provided to dates should have zero time - e.g. be exact dates")
            .refuses(
                "1e30",
                "date_from_datetime_parsing",
                "Input should be a valid date or datetime, dates after 9999 are not supported as unix timestamps"),
        Widget.of("date and time", WidgetPages.Moment.class)
            .required()
            .shows("{\"format\":\"date-time\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"2026-01-31T12:30:00+01:00\"")
            .takes("\"2026-01-31 12:30\"", "\"2026-01-31T12:30:00Z\"")
            .takes("60", "\"1970-01-01T00:01:00Z\"")
            .takes("1700000000000", "\"2023-11-14T22:13:20Z\"")
            .refuses(
                "\"x\"",
                "datetime_from_date_parsing",
                "Input should be a valid datetime or date, input is too short")
            .refuses(
                "1e30",
                "datetime_parsing",
                "Input should be a valid datetime, dates after 9999 are not supported as unix timestamps"),
        Widget.of(
                "time from a calendar",
                WidgetPages.Picked.class,
                page -> page.field(WidgetPages.Picked::value)
                    .earliest(Instant.ofEpochSecond(100))
                    .value(Instant.ofEpochSecond(200)))
            .shows(
                "{\"default\":200,\"extraProperties\":{\"dateFormat\":\"DD-MMM-YYYY HH:mm\",\"locale\":\"en-gb\","
                    + "\"max\":null,\"min\":100,\"showTimeSelect\":true,\"timeFormat\":\"HH:mm\"},\"format\":\"timestamp\","
                    + "\"minimum\":100,\"title\":\"Value\",\"type\":\"number\",\"uniforms\":{\"dateFormat\":\"DD-MMM-YYYY HH:mm\","
                    + "\"locale\":\"en-gb\",\"max\":null,\"min\":100,\"showTimeSelect\":true,\"timeFormat\":\"HH:mm\"}}")
            .takes("300", "\"1970-01-01T00:05:00Z\"")
            .takes("\"300\"", "\"1970-01-01T00:05:00Z\"")
            .refuses("50", "greater_than_equal", "Input should be greater than or equal to 100")
            .refuses("null", "int_type", "Input should be a valid integer"));
  }

  private static Stream<Widget> addresses() {
    return Stream.of(
        Widget.of("IPv4 address", WidgetPages.Address4.class)
            .required()
            .shows("{\"format\":\"ipv4\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"10.0.0.1\"")
            .refuses("\"10.1\"", "ip_v4_address", "Input is not a valid IPv4 address")
            .refuses("\"::1\"", "ip_v4_address", "Input is not a valid IPv4 address"),
        Widget.of("IPv6 address", WidgetPages.Address6.class)
            .required()
            .shows("{\"format\":\"ipv6\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"2001:DB8:0:0:0:0:0:1\"", "\"2001:db8::1\"")
            .refuses("\"10.0.0.1\"", "ip_v6_address", "Input is not a valid IPv6 address"),
        Widget.of("IP address", WidgetPages.Address.class)
            .required()
            .shows("{\"format\":\"ipvanyaddress\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"10.0.0.1\"")
            .takes("\"::1\"")
            .refuses(
                "\"localhost\"", "ip_any_address", "value is not a valid IPv4 or IPv6 address"),
        Widget.of("mail address", WidgetPages.Mail.class)
            .required()
            .shows("{\"format\":\"email\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"ann@example.org\"")
            .refuses("\"ann\"", "value_error", "value is not a valid email address"),
        Widget.of(
                "VLANs",
                WidgetPages.Vlans.class,
                page -> page.field(WidgetPages.Vlans::value).value(VlanRanges.none()))
            .shows(
                "{\"default\":\"\",\"examples\":[\"345\",\"20-23,45,50-100\"],\"format\":\"vlan\","
                    + "\"pattern\":\"^([0-9]{1,4}(-[0-9]{1,4})?(,[0-9]{1,4}(-[0-9]{1,4})?)*)?$\","
                    + "\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"20-23,45\"")
            .takes("\"1,1,1\"", "\"1\"")
            .takes("\"\"")
            .refuses("\"4097\"", "value_error", "4097 is out of range (0-4096).")
            .refuses(
                "\"a\"",
                "string_pattern_mismatch",
                "String should match pattern '^([0-9]{1,4}(-[0-9]{1,4})?(,[0-9]{1,4}(-[0-9]{1,4})?)*)?$'"));
  }
}
