package io.orchestrator4j.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The widgets of choices and lists. */
final class ChoiceWidgets {

  private ChoiceWidgets() {}

  static Stream<Widget> all() {
    return Stream.of(choices(), lists(), known()).flatMap(rows -> rows);
  }

  private static Stream<Widget> choices() {
    return Stream.of(
        Widget.of("drop-down of constants", WidgetPages.Constants.class)
            .required()
            .shows("{\"$ref\":\"#/$defs/Size3\"}")
            .defines(
                "Size3",
                "{\"enum\":[\"s\",\"m\",\"l\"],\"options\":{\"l\":\"Large\",\"m\":\"Medium\",\"s\":\"Small\"},\"title\":\"Size3\",\"type\":\"string\"}")
            .takes("\"m\"")
            .refuses("\"x\"", "enum", "Input should be 's', 'm' or 'l'"),
        Widget.of(
                "drop-down of what the rules offer",
                WidgetPages.Chosen.class,
                page -> page.field(WidgetPages.Chosen::value)
                    .choices(() -> List.of(new Option<>(7, "Core"), new Option<>(5, "Edge")))
                    .value(5))
            .shows("{\"$ref\":\"#/$defs/Value\",\"default\":\"5\"}")
            .defines(
                "Value",
                "{\"enum\":[\"7\",\"5\"],\"options\":{\"5\":\"Edge\",\"7\":\"Core\"},\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"7\"", "7")
            .takes("7")
            .refuses("\"8\"", "enum", "Input should be '7' or '5'"),
        Widget.of("optional drop-down", WidgetPages.OptionalChoice.class)
            .shows(
                "{\"anyOf\":[{\"$ref\":\"#/$defs/Colour\"},{\"type\":\"null\"}],\"default\":null}")
            .takes("null")
            .takes("\"red\"")
            .refuses("\"x\"", "enum", "Input should be 'red' or 'green'"),
        Widget.of("buttons to choose with", WidgetPages.RadioPage.class)
            .required()
            .shows("{\"$ref\":\"#/$defs/Colour\",\"format\":\"radio\"}")
            .defines(
                "Colour",
                "{\"enum\":[\"red\",\"green\"],\"options\":{\"green\":\"green\",\"red\":\"red\"},\"title\":\"Colour\",\"type\":\"string\"}")
            .takes("\"red\"")
            .refuses("\"x\"", "enum", "Input should be 'red' or 'green'"),
        Widget.of(
                "one of a few values",
                WidgetPages.Few.class,
                page -> page.field(WidgetPages.Few::value).only("a", "b"))
            .required()
            .shows("{\"enum\":[\"a\",\"b\"],\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"b\"")
            .refuses("\"c\"", "literal_error", "Input should be 'a' or 'b'"),
        Widget.of(
                "one single value",
                WidgetPages.Fewer.class,
                page -> page.field(WidgetPages.Fewer::value).only(7))
            .required()
            .shows("{\"const\":7,\"title\":\"Value\",\"type\":\"integer\"}")
            .takes("7")
            .refuses("8", "literal_error", "Input should be 7"));
  }

  private static Stream<Widget> lists() {
    return Stream.of(
        Widget.of("list", WidgetPages.Names.class)
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
                WidgetPages.ChosenList.class,
                page -> page.field(WidgetPages.ChosenList::value)
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
                WidgetPages.ConstantList.class,
                page -> page.field(WidgetPages.ConstantList::value)
                    .unique()
                    .items(0, 3)
                    .value(List.of()))
            .shows(
                "{\"default\":[],\"items\":{\"$ref\":\"#/$defs/Colour\"},\"maxItems\":3,\"title\":\"Value\",\"type\":\"array\",\"uniqueItems\":true}")
            .takes("[\"red\",\"green\"]")
            .refuses("[\"red\",\"red\"]", "unique_list", "List must be unique"),
        Widget.of(
                "list of one",
                WidgetPages.ConstantList.class,
                page -> page.field(WidgetPages.ConstantList::value).items(1, 1))
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
                WidgetPages.ConstantList.class,
                page -> page.field(WidgetPages.ConstantList::value).items(2, 2).unique())
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
        Widget.of("customer", WidgetPages.CustomerPage.class)
            .required()
            .shows("{\"$ref\":\"#/$defs/CustomerChoice\",\"format\":\"customerId\"}")
            .defines(
                "CustomerChoice",
                "{\"enum\":[\"c1\",\"c2\"],\"options\":{\"c1\":\"First\",\"c2\":\"Second\"},\"title\":\"CustomerChoice\",\"type\":\"string\"}")
            .takes("\"c2\"")
            .refuses("\"c3\"", "enum", "Input should be 'c1' or 'c2'"),
        Widget.of("organisation", WidgetPages.OrganisationPage.class)
            .required()
            .shows("{\"format\":\"organisationId\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"o1\"")
            .refuses("1", "string_type", "Input should be a valid string"),
        Widget.of("product", WidgetPages.ProductPage.class)
            .required()
            .shows("{\"format\":\"productId\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"" + WidgetPages.ONE + "\"")
            .refuses(
                "\"x\"",
                "uuid_parsing",
                "Input should be a valid UUID, invalid character: found `x` at 1"),
        Widget.of(
                "drop-down of products",
                WidgetPages.ProductPage.class,
                page -> page.field(WidgetPages.ProductPage::value)
                    .choices(Map.of(WidgetPages.ONE, "Node")))
            .required()
            .shows("{\"$ref\":\"#/$defs/ProductChoice\",\"format\":\"productId\"}")
            .defines(
                "ProductChoice",
                "{\"enum\":[\"%s\"],\"options\":{\"%s\":\"Node\"},\"title\":\"ProductChoice\",\"type\":\"string\"}"
                    .formatted(WidgetPages.ONE, WidgetPages.ONE))
            .takes("\"" + WidgetPages.ONE + "\"")
            .refuses("\"x\"", "enum", "Input should be '%s'".formatted(WidgetPages.ONE)),
        Widget.of(
                "some products",
                WidgetPages.ProductPage.class,
                page -> page.field(WidgetPages.ProductPage::value).only(WidgetPages.ONE))
            .required()
            .shows(
                "{\"extraProperties\":{\"productIds\":[\"%s\"]},\"format\":\"productId\",\"title\":\"Value\",\"type\":\"string\",\"uniforms\":{\"productIds\":[\"%s\"]}}"
                    .formatted(WidgetPages.ONE, WidgetPages.ONE))
            .takes("\"" + WidgetPages.ONE + "\"")
            .refuses("\"x\"", "literal_error", "Input should be '%s'".formatted(WidgetPages.ONE)),
        Widget.of("contact persons", WidgetPages.Contacts.class)
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
                WidgetPages.CustomerContacts.class,
                page -> page.field(WidgetPages.CustomerContacts::value).contactsOf("c1"))
            .required()
            .shows(
                "{\"customerId\":\"c1\",\"customerKey\":\"customer_id\",\"items\":{\"$ref\":\"#/$defs/ContactPerson\"},\"title\":\"Value\",\"type\":\"array\"}")
            .defines("ContactPerson", contact)
            .takes("[]")
            .refuses("[{}]", "missing", "field required", 0, "name"));
  }
}
