package io.orchestrator4j.form;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.orchestrator4j.value.VlanRanges;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every widget of the guide's table. */
final class Widgets {

  static final UUID ONE = UUID.fromString("11111111-2222-3333-4444-555555555555");

  enum Size3 {
    S("Small"),
    M("Medium"),
    L("Large");

    private final String label;

    Size3(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  enum Colour {
    RED,
    GREEN
  }

  record Topology(@Size(max = 6) String value) {
    Topology {
      if (!value.matches("[a-z]+")) {
        throw new IllegalArgumentException("Topology must be in lower case");
      }
    }
  }

  record Rate(@JsonValue int kilobits) {
    @JsonCreator
    static Rate of(int kilobits) {
      if (kilobits % 64 != 0) {
        throw new IllegalArgumentException("a rate is a multiple of 64");
      }
      return new Rate(kilobits);
    }
  }

  record Serial(String value) {}

  record Port(
      @Min(1) int number, @Nullable String note, @Nullable Label hint) {
    Port {
      if (number == 13) {
        throw new IllegalArgumentException("there is no port 13");
      }
    }
  }

  @FormPage
  record Text(@Size(min = 2, max = 5) String value) {}

  @FormPage
  record LongPage(@LongText String value) {}

  @FormPage
  record Cron(@Field(title = "Cron") String value) {}

  @FormPage
  record Whole(@Min(1) @Max(20) int value) {}

  @FormPage
  record Decimal(BigDecimal value) {}

  @FormPage
  record Steps(int value) {}

  @FormPage
  record YesNo(@DefaultValue("false") boolean value) {}

  @FormPage
  record Id(UUID value) {}

  @FormPage
  record Day(LocalDate value) {}

  @FormPage
  record Moment(OffsetDateTime value) {}

  @FormPage
  record Picked(
      @Timestamp(locale = "en-gb", dateFormat = "DD-MMM-YYYY HH:mm", timeFormat = "HH:mm")
      Instant value) {}

  @FormPage
  record Address4(Inet4Address value) {}

  @FormPage
  record Address6(Inet6Address value) {}

  @FormPage
  record Address(InetAddress value) {}

  @FormPage
  record Mail(@Email String value) {}

  @FormPage
  record Vlans(VlanRanges value) {}

  @FormPage
  record Constants(Size3 value) {}

  @FormPage
  record Chosen(@Choice int value) {}

  @FormPage
  record Few(String value) {}

  @FormPage
  record Fewer(int value) {}

  @FormPage
  record RadioPage(@Radio Colour value) {}

  @FormPage
  record Names(@Size(min = 1, max = 3) List<@Size(min = 2) String> value) {}

  @FormPage
  record ChosenList(@Choice List<Integer> value) {}

  @FormPage
  record ConstantList(List<Colour> value) {}

  @FormPage
  record Optional(@Nullable Integer value) {}

  @FormPage
  record OptionalChoice(@Nullable Colour value) {}

  @FormPage
  record CustomerPage(@Customer String value) {}

  @FormPage
  record OrganisationPage(@Organisation String value) {}

  @FormPage
  record ProductPage(@ProductChoice UUID value) {}

  @FormPage
  record Contacts(@Size(min = 1) List<ContactPerson> value) {}

  @FormPage
  record CustomerContacts(@Customer List<ContactPerson> value) {}

  @FormPage
  record Small(Port value) {}

  @FormPage
  record OptionalSmall(@Nullable Port value) {}

  @FormPage
  record Smalls(List<Port> value) {}

  @FormPage
  record ValueTypePage(Topology value) {}

  @FormPage
  record Annotated(Rate value) {}

  @FormPage
  record Foreign(URI value) {}

  @FormPage
  record Lasting(Duration value) {}

  @FormPage
  record Described(Serial value) {}

  @FormPage
  record PasswordPage(@Password @Size(min = 4) String value) {}

  @FormPage
  record AcceptPage(@Accept boolean value) {}

  @FormPage
  record Fixed(String value) {}

  @FormPage
  record FixedList(List<Integer> value) {}

  @FormPage
  record Hidden(int value) {}

  @FormPage
  record LabelPage(@Field(title = "Node settings") Label value) {}

  @FormPage
  record DividerPage(Divider value) {}

  @FormPage
  record CalloutPage(Callout value) {}

  @FormPage
  record MarkdownPage(Markdown value) {}

  @FormPage
  record SubscriptionPage(@DisplaySubscription UUID value) {}

  @FormPage
  record SummaryPage(Summary value) {}

  @FormPage
  record ButtonsPage(@DefaultValue("x") String value) {}

  private Widgets() {}

  static Stream<Widget> all() {
    return Stream.of(
            values(), times(), addresses(), choices(), lists(), known(), forms(), own(), shown())
        .flatMap(rows -> rows);
  }

  private static Stream<Widget> values() {
    return Stream.of(
        Widget.of("text", Text.class)
            .required()
            .shows("{\"maxLength\":5,\"minLength\":2,\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"abc\"")
            .refuses("5", "string_type", "Input should be a valid string")
            .refuses("\"a\"", "string_too_short", "String should have at least 2 characters"),
        Widget.of("text of several lines", LongPage.class)
            .required()
            .shows("{\"format\":\"long\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"one\\ntwo\"")
            .refuses("null", "string_type", "Input should be a valid string"),
        Widget.of("cron expression", Cron.class)
            .required()
            .shows("{\"title\":\"Cron\",\"type\":\"string\"}")
            .takes("\"0 2 * * *\"")
            .refuses("2", "string_type", "Input should be a valid string"),
        Widget.of("whole number", Whole.class)
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
        Widget.of("number", Decimal.class)
            .required()
            .shows("{\"title\":\"Value\",\"type\":\"number\"}")
            .takes("0.123456789012345678901")
            .takes("\"0.5\"", "0.5")
            .refuses(
                "\"x\"",
                "float_parsing",
                "Input should be a valid number, unable to parse string as a number"),
        Widget.of(
                "number in steps", Steps.class, page -> page.field(Steps::value).multipleOf(5))
            .required()
            .shows("{\"multipleOf\":5,\"title\":\"Value\",\"type\":\"integer\"}")
            .takes("10")
            .refuses("12", "multiple_of", "Input should be a multiple of 5"),
        Widget.of("yes or no", YesNo.class)
            .shows("{\"default\":false,\"title\":\"Value\",\"type\":\"boolean\"}")
            .takes("true")
            .takes("\"Yes\"", "true")
            .takes("0", "false")
            .refuses(
                "2", "bool_parsing", "Input should be a valid boolean, unable to interpret input"),
        Widget.of("id", Id.class)
            .required()
            .shows("{\"format\":\"uuid\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"" + ONE + "\"")
            .refuses(
                "\"x\"", "uuid_parsing", "Input should be a valid UUID, unable to read it as one"),
        Widget.of("text that is never shown", PasswordPage.class)
            .required()
            .shows(
                "{\"extraProperties\":{\"password\":true,\"sensitive\":true},\"minLength\":4,"
                    + "\"title\":\"Value\",\"type\":\"string\",\"uniforms\":{\"password\":true,\"sensitive\":true}}")
            .takes("\"secret\"")
            .refuses("\"x\"", "string_too_short", "String should have at least 4 characters"),
        Widget.of("optional value", Optional.class)
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
        Widget.of("date", Day.class)
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
        Widget.of("date and time", Moment.class)
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
                Picked.class,
                page -> page.field(Picked::value)
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
        Widget.of("IPv4 address", Address4.class)
            .required()
            .shows("{\"format\":\"ipv4\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"10.0.0.1\"")
            .refuses("\"10.1\"", "ip_v4_address", "Input is not a valid IPv4 address")
            .refuses("\"::1\"", "ip_v4_address", "Input is not a valid IPv4 address"),
        Widget.of("IPv6 address", Address6.class)
            .required()
            .shows("{\"format\":\"ipv6\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"2001:DB8:0:0:0:0:0:1\"", "\"2001:db8::1\"")
            .refuses("\"10.0.0.1\"", "ip_v6_address", "Input is not a valid IPv6 address"),
        Widget.of("IP address", Address.class)
            .required()
            .shows("{\"format\":\"ipvanyaddress\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"10.0.0.1\"")
            .takes("\"::1\"")
            .refuses(
                "\"localhost\"", "ip_any_address", "value is not a valid IPv4 or IPv6 address"),
        Widget.of("mail address", Mail.class)
            .required()
            .shows("{\"format\":\"email\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"ann@example.org\"")
            .refuses("\"ann\"", "value_error", "value is not a valid email address"),
        Widget.of("VLANs", Vlans.class, page -> page.field(Vlans::value).value(VlanRanges.none()))
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

  private static Stream<Widget> choices() {
    return Stream.of(
        Widget.of("drop-down of constants", Constants.class)
            .required()
            .shows("{\"$ref\":\"#/$defs/Size3\"}")
            .defines(
                "Size3",
                "{\"enum\":[\"s\",\"m\",\"l\"],\"options\":{\"l\":\"Large\",\"m\":\"Medium\",\"s\":\"Small\"},\"title\":\"Size3\",\"type\":\"string\"}")
            .takes("\"m\"")
            .refuses("\"x\"", "enum", "Input should be 's', 'm' or 'l'"),
        Widget.of(
                "drop-down of what the rules offer",
                Chosen.class,
                page -> page.field(Chosen::value)
                    .choices(() -> List.of(new Option<>(7, "Core"), new Option<>(5, "Edge")))
                    .value(5))
            .shows("{\"$ref\":\"#/$defs/Value\",\"default\":\"5\"}")
            .defines(
                "Value",
                "{\"enum\":[\"7\",\"5\"],\"options\":{\"5\":\"Edge\",\"7\":\"Core\"},\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"7\"", "7")
            .takes("7")
            .refuses("\"8\"", "enum", "Input should be '7' or '5'"),
        Widget.of("optional drop-down", OptionalChoice.class)
            .shows(
                "{\"anyOf\":[{\"$ref\":\"#/$defs/Colour\"},{\"type\":\"null\"}],\"default\":null}")
            .takes("null")
            .takes("\"red\"")
            .refuses("\"x\"", "enum", "Input should be 'red' or 'green'"),
        Widget.of("buttons to choose with", RadioPage.class)
            .required()
            .shows("{\"$ref\":\"#/$defs/Colour\",\"format\":\"radio\"}")
            .defines(
                "Colour",
                "{\"enum\":[\"red\",\"green\"],\"options\":{\"green\":\"green\",\"red\":\"red\"},\"title\":\"Colour\",\"type\":\"string\"}")
            .takes("\"red\"")
            .refuses("\"x\"", "enum", "Input should be 'red' or 'green'"),
        Widget.of(
                "one of a few values", Few.class, page -> page.field(Few::value).only("a", "b"))
            .required()
            .shows("{\"enum\":[\"a\",\"b\"],\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"b\"")
            .refuses("\"c\"", "literal_error", "Input should be 'a' or 'b'"),
        Widget.of(
                "one single value",
                Fewer.class,
                page -> page.field(Fewer::value).only(7))
            .required()
            .shows("{\"const\":7,\"title\":\"Value\",\"type\":\"integer\"}")
            .takes("7")
            .refuses("8", "literal_error", "Input should be 7"));
  }

  private static Stream<Widget> lists() {
    return Stream.of(
        Widget.of("list", Names.class)
            .required()
            .shows(
                "{\"items\":{\"minLength\":2,\"type\":\"string\"},\"maxItems\":3,\"minItems\":1,\"title\":\"Value\",\"type\":\"array\"}")
            .takes("[\"ab\",\"cd\"]")
            .refuses("\"ab\"", "list_type", "Input should be a valid list")
            .refuses("[]", "too_short", "List should have at least 1 item after validation, not 0")
            .refuses(
                "[\"ab\",\"c\"]",
                "string_too_short",
                "String should have at least 2 characters",
                1),
        Widget.of(
                "list of what the rules offer",
                ChosenList.class,
                page -> page.field(ChosenList::value)
                    .choices(Map.of(7, "7"))
                    .items(0, 2)
                    .value(List.of()))
            .shows(
                "{\"default\":[],\"items\":{\"$ref\":\"#/$defs/Value\"},\"maxItems\":2,\"minItems\":0,\"title\":\"Value\",\"type\":\"array\"}")
            .defines("Value", "{\"enum\":[\"7\"],\"title\":\"Value\",\"type\":\"string\"}")
            .takes("[\"7\"]", "[7]")
            .refuses("[\"8\"]", "enum", "Input should be '7'", 0),
        Widget.of(
                "list of different constants",
                ConstantList.class,
                page -> page.field(ConstantList::value).unique().items(0, 3).value(List.of()))
            .shows(
                "{\"default\":[],\"items\":{\"$ref\":\"#/$defs/Colour\"},\"maxItems\":3,\"title\":\"Value\",\"type\":\"array\",\"uniqueItems\":true}")
            .takes("[\"red\",\"green\"]")
            .refuses("[\"red\",\"red\"]", "unique_list", "List must be unique"),
        Widget.of(
                "list of one",
                ConstantList.class,
                page -> page.field(ConstantList::value).items(1, 1))
            .required()
            .shows(
                "{\"items\":{\"$ref\":\"#/$defs/Colour\"},\"maxItems\":1,\"minItems\":1,\"title\":\"Value\",\"type\":\"array\"}")
            .takes("[\"red\"]")
            .refuses(
                "[\"red\",\"red\"]",
                "too_long",
                "List should have at most 1 item after validation, not 2"),
        Widget.of(
                "list of two",
                ConstantList.class,
                page -> page.field(ConstantList::value).items(2, 2).unique())
            .required()
            .shows(
                "{\"items\":{\"$ref\":\"#/$defs/Colour\"},\"maxItems\":2,\"minItems\":2,\"title\":\"Value\",\"type\":\"array\",\"uniqueItems\":true}")
            .takes("[\"red\",\"green\"]")
            .refuses(
                "[\"red\"]",
                "too_short",
                "Value should have at least 2 items after validation, not 1"));
  }

  private static Stream<Widget> known() {
    String contact =
        "{\"properties\":{\"name\":{\"format\":\"contactPersonName\",\"title\":\"Name\",\"type\":\"string\"},"
            + "\"email\":{\"format\":\"email\",\"title\":\"Email\",\"type\":\"string\"},"
            + "\"phone\":{\"default\":\"\",\"title\":\"Phone\",\"type\":\"string\"}},"
            + "\"required\":[\"name\",\"email\"],\"title\":\"ContactPerson\",\"type\":\"object\"}";
    return Stream.of(
        Widget.of("customer", CustomerPage.class)
            .required()
            .shows("{\"$ref\":\"#/$defs/CustomerChoice\",\"format\":\"customerId\"}")
            .defines(
                "CustomerChoice",
                "{\"enum\":[\"c1\",\"c2\"],\"options\":{\"c1\":\"First\",\"c2\":\"Second\"},\"title\":\"CustomerChoice\",\"type\":\"string\"}")
            .takes("\"c2\"")
            .refuses("\"c3\"", "enum", "Input should be 'c1' or 'c2'"),
        Widget.of("organisation", OrganisationPage.class)
            .required()
            .shows("{\"format\":\"organisationId\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"o1\"")
            .refuses("1", "string_type", "Input should be a valid string"),
        Widget.of("product", ProductPage.class)
            .required()
            .shows("{\"format\":\"productId\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"" + ONE + "\"")
            .refuses(
                "\"x\"", "uuid_parsing", "Input should be a valid UUID, unable to read it as one"),
        Widget.of(
                "drop-down of products",
                ProductPage.class,
                page -> page.field(ProductPage::value).choices(Map.of(ONE, "Node")))
            .required()
            .shows("{\"$ref\":\"#/$defs/ProductChoice\",\"format\":\"productId\"}")
            .defines(
                "ProductChoice",
                "{\"enum\":[\"%s\"],\"options\":{\"%s\":\"Node\"},\"title\":\"ProductChoice\",\"type\":\"string\"}"
                    .formatted(ONE, ONE))
            .takes("\"" + ONE + "\"")
            .refuses("\"x\"", "enum", "Input should be '%s'".formatted(ONE)),
        Widget.of(
                "some products",
                ProductPage.class,
                page -> page.field(ProductPage::value).only(ONE))
            .required()
            .shows(
                "{\"extraProperties\":{\"productIds\":[\"%s\"]},\"format\":\"productId\",\"title\":\"Value\",\"type\":\"string\",\"uniforms\":{\"productIds\":[\"%s\"]}}"
                    .formatted(ONE, ONE))
            .takes("\"" + ONE + "\"")
            .refuses("\"x\"", "literal_error", "Input should be '%s'".formatted(ONE)),
        Widget.of("contact persons", Contacts.class)
            .required()
            .shows(
                "{\"items\":{\"$ref\":\"#/$defs/ContactPerson\"},\"minItems\":1,\"organisationKey\":\"organisation\",\"title\":\"Value\",\"type\":\"array\"}")
            .defines("ContactPerson", contact)
            .takes(
                "[{\"name\":\"Ann\",\"email\":\"ann@example.org\"}]",
                "[{\"name\":\"Ann\",\"email\":\"ann@example.org\",\"phone\":\"\"}]")
            .refuses(
                "[{\"name\":\"Ann\",\"email\":\"ann\"}]",
                "value_error",
                "value is not a valid email address",
                0,
                "email")
            .refuses("[]", "too_short", "List should have at least 1 item after validation, not 0"),
        Widget.of(
                "contact persons of a customer",
                CustomerContacts.class,
                page -> page.field(CustomerContacts::value).contactsOf("c1"))
            .required()
            .shows(
                "{\"customerId\":\"c1\",\"customerKey\":\"customer_id\",\"items\":{\"$ref\":\"#/$defs/ContactPerson\"},\"title\":\"Value\",\"type\":\"array\"}")
            .defines("ContactPerson", contact)
            .takes("[]")
            .refuses("[{}]", "missing", "field required", 0, "name"));
  }

  private static Stream<Widget> forms() {
    String port =
        "{\"properties\":{\"number\":{\"minimum\":1,\"title\":\"Number\",\"type\":\"integer\"},"
            + "\"note\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}],\"default\":null,\"title\":\"Note\"},"
            + "\"hint\":{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}],\"default\":\"Hint\",\"format\":\"label\",\"title\":\"Hint\",\"type\":\"string\",\"readOnly\":true}},"
            + "\"required\":[\"number\"],\"title\":\"Port\",\"type\":\"object\"}";
    return Stream.of(
        Widget.of(
                "small form",
                Small.class,
                page -> page.field(Small::value)
                    .nested(
                        inside -> inside.field(Port::number).check((n, _) -> n < 9, "too high")))
            .required()
            .shows("{\"$ref\":\"#/$defs/Port\"}")
            .defines("Port", port)
            .takes("{\"number\":\"1\",\"extra\":2}", "{\"number\":1,\"note\":null}")
            .refuses("7", "model_type", "Input should be a valid dictionary or instance of Port")
            .refuses("{}", "missing", "field required", "number")
            .refuses("{\"number\":13}", "value_error", "too high", "number"),
        Widget.of("optional small form", OptionalSmall.class)
            .shows("{\"anyOf\":[{\"$ref\":\"#/$defs/Port\"},{\"type\":\"null\"}],\"default\":null}")
            .takes("null")
            .takes("{\"number\":1}", "{\"number\":1,\"note\":null}")
            .refuses("{\"number\":13}", "value_error", "there is no port 13", "__root__"),
        Widget.of(
                "small forms",
                Smalls.class,
                page -> page.field(Smalls::value)
                    .items(1, 2)
                    .each(inside -> inside.field(Port::note).title("Remark")))
            .required()
            .shows(
                "{\"items\":{\"$ref\":\"#/$defs/Port\"},\"maxItems\":2,\"minItems\":1,\"title\":\"Value\",\"type\":\"array\"}")
            .defines("Port", port.replace("\"title\":\"Note\"", "\"title\":\"Remark\""))
            .takes(
                "[{\"number\":1},{\"number\":2,\"note\":\"x\"}]",
                "[{\"number\":1,\"note\":null},{\"number\":2,\"note\":\"x\"}]")
            .refuses(
                "[{\"number\":1},{\"number\":0}]",
                "greater_than_equal",
                "Input should be greater than or equal to 1",
                1,
                "number"));
  }

  private static Stream<Widget> own() {
    return Stream.of(
        Widget.of("value type of one's own", ValueTypePage.class)
            .required()
            .shows("{\"maxLength\":6,\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"mesh\"")
            .refuses("\"MESH\"", "value_error", "Topology must be in lower case")
            .refuses("\"meshmesh\"", "string_too_long", "String should have at most 6 characters")
            .refuses("7", "string_type", "Input should be a valid string"),
        Widget.of("type that Jackson writes as one value", Annotated.class)
            .required()
            .shows("{\"title\":\"Value\",\"type\":\"integer\"}")
            .takes("\"128\"", "128")
            .refuses("100", "value_error", "a rate is a multiple of 64"),
        Widget.of("type of others", Foreign.class)
            .required()
            .shows("{\"format\":\"uri\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"https://example.org/\"")
            .refuses("\"a b\"", "value_error", "Illegal character in path at index 1: a b"),
        Widget.of("length of time", Lasting.class)
            .required()
            .shows("{\"format\":\"duration\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"PT5M\"")
            .refuses("\"x\"", "value_error", "Text cannot be parsed to a Duration"),
        Widget.of("type with format and pattern", Described.class)
            .required()
            .shows(
                "{\"format\":\"serial\",\"pattern\":\"^[A-Z]{2}\\\\d+$\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"AB1\"")
            .refuses(
                "\"x\"",
                "string_pattern_mismatch",
                "String should match pattern '^[A-Z]{2}\\d+$'"));
  }

  private static Stream<Widget> shown() {
    String noModel = "Input should be a valid dictionary or instance of ";
    return Stream.of(
        Widget.of(
                "tasks that must be done",
                AcceptPage.class,
                page -> page.field(AcceptPage::value)
                    .tasks(
                        AcceptItem.info("Before the change"),
                        AcceptItem.checkbox("The customer is informed"),
                        new AcceptItem(
                            "Plan", AcceptItem.Kind.URL, Map.of("href", "https://example.org"))))
            .shows(
                "{\"data\":[[\"Before the change\",\"info\"],[\"The customer is informed\",\"checkbox\"],[\"Plan\",\"url\",{\"href\":\"https://example.org\"}]],"
                    + "\"default\":\"INCOMPLETE\",\"enum\":[\"ACCEPTED\",\"INCOMPLETE\"],\"format\":\"accept\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"ACCEPTED\"", "true")
            .refuses("\"INCOMPLETE\"", "value_error", "Not all tasks are done")
            .refuses("\"x\"", "enum", "Input should be 'ACCEPTED' or 'INCOMPLETE'"),
        Widget.of(
                "value that cannot be changed",
                Fixed.class,
                page -> page.field(Fixed::value).readOnly("a"))
            .shows(
                "{\"const\":\"a\",\"default\":\"a\",\"extraProperties\":{\"disabled\":true,\"value\":\"a\"},\"readOnly\":true,\"title\":\"Value\",\"type\":\"string\",\"uniforms\":{\"disabled\":true,\"value\":\"a\"}}")
            .takes("\"a\"")
            .refuses("\"b\"", "literal_error", "Input should be 'a'"),
        Widget.of(
                "list that cannot be changed",
                FixedList.class,
                page -> page.field(FixedList::value).value(List.of(1, 2)).readOnly())
            .shows(
                "{\"default\":[1,2],\"extraProperties\":{\"disabled\":true,\"value\":[1,2]},\"items\":{\"type\":\"integer\"},\"readOnly\":true,\"title\":\"Value\",\"type\":\"array\",\"uniforms\":{\"disabled\":true,\"value\":[1,2]}}")
            .takes("[1,\"2\"]", "[1,2]")
            .refuses("[2]", "value_error", "Cannot change values for a readonly list"),
        Widget.of(
                "hidden value",
                Hidden.class,
                page -> page.field(Hidden::value).value(7).hidden())
            .shows(
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}],\"default\":\"7\",\"format\":\"hidden\",\"title\":\"Value\",\"type\":\"string\",\"readOnly\":true}")
            .takes("\"something else\"", "7"),
        Widget.of("label", LabelPage.class)
            .shows(
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}],\"default\":\"Node settings\",\"format\":\"label\",\"title\":\"Node settings\",\"type\":\"string\",\"readOnly\":true}")
            .takes("\"ignored\"", ""),
        Widget.of("divider", DividerPage.class)
            .shows(
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}],\"default\":null,\"format\":\"divider\",\"title\":\"Value\",\"type\":\"string\",\"readOnly\":true}")
            .takes("null", ""),
        Widget.of(
                "callout",
                CalloutPage.class,
                page -> page.field(CalloutPage::value)
                    .show(Callout.warning("Note", "The port goes down")))
            .shows(
                "{\"$ref\":\"#/$defs/CalloutValue\",\"default\":{\"header\":\"Note\",\"message\":\"The port goes down\",\"icon_type\":\"info\",\"message_type\":\"warning\"},\"format\":\"callout\",\"type\":\"string\",\"readOnly\":true}")
            .defines(
                "CalloutValue",
                "{\"properties\":{},\"title\":\"CalloutValue\",\"type\":\"object\"}")
            .refuses("null", "model_type", noModel + "CalloutValue"),
        Widget.of(
                "Markdown",
                MarkdownPage.class,
                page -> page.field(MarkdownPage::value).show("**Note**"))
            .shows(
                "{\"$ref\":\"#/$defs/MarkdownValue\",\"default\":{\"content\":\"**Note**\",\"color\":\"primary\"},\"format\":\"markdown\",\"type\":\"string\",\"readOnly\":true}")
            .refuses("\"x\"", "model_type", noModel + "MarkdownValue"),
        Widget.of(
                "subscription that is shown",
                SubscriptionPage.class,
                page -> page.field(SubscriptionPage::value).value(ONE))
            .shows(
                "{\"default\":\"%s\",\"format\":\"subscription\",\"title\":\"Value\",\"type\":\"string\",\"readOnly\":true}"
                    .formatted(ONE))
            .takes("\"ignored\"", ""),
        Widget.of(
                "summary",
                SummaryPage.class,
                page -> page.field(SummaryPage::value)
                    .show(Summary.ofTables(new Summary.Table(
                        "",
                        List.of("Given"),
                        List.of("Text", "Number"),
                        List.of(List.of("a", "7"))))))
            .shows(
                "{\"$ref\":\"#/$defs/MigrationSummaryValue\",\"default\":null,\"extraProperties\":{\"data\":{\"columns\":[[\"a\",\"7\"]],\"headers\":[\"Given\"],\"labels\":[\"Text\",\"Number\"]}},\"format\":\"summary\",\"type\":\"string\",\"uniforms\":{\"data\":{\"columns\":[[\"a\",\"7\"]],\"headers\":[\"Given\"],\"labels\":[\"Text\",\"Number\"]}},\"readOnly\":true}")
            .refuses("\"x\"", "model_type", noModel + "MigrationSummaryValue"),
        Widget.of("words on the buttons", ButtonsPage.class, page -> page.buttons("Back", "Order"))
            .at("buttons")
            .shows(
                "{\"$ref\":\"#/$defs/Buttons\",\"default\":{\"previous\":{\"text\":\"Back\"},\"next\":{\"text\":\"Order\"}}}")
            .defines(
                "Buttons",
                "{\"properties\":{\"previous\":{\"$ref\":\"#/$defs/ButtonConfig\"},\"next\":{\"$ref\":\"#/$defs/ButtonConfig\"}},\"title\":\"Buttons\",\"type\":\"object\"}")
            .takes("{\"next\":{\"text\":\"Order\"}}", ""));
  }
}
