package io.orchestrator4j.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The widgets of small forms, of types of one's own, and of what is only shown. */
final class OtherWidgets {

  private OtherWidgets() {}

  static Stream<Widget> all() {
    return Stream.of(forms(), own(), shown()).flatMap(rows -> rows);
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
                WidgetPages.Small.class,
                page -> page.field(WidgetPages.Small::value)
                    .nested(inside ->
                        inside.field(WidgetPages.Port::number).check((n, _) -> n < 9, "too high")))
            .required()
            .shows("{\"$ref\":\"#/$defs/Port\"}")
            .defines("Port", port)
            .takes("{\"number\":\"1\",\"extra\":2}", "{\"number\":1,\"note\":null}")
            .refuses("7", "model_type", "Input should be a valid dictionary or instance of Port")
            .refuses("{}", "missing", "field required", "number")
            .refuses("{\"number\":13}", "value_error", "too high", "number"),
        Widget.of("optional small form", WidgetPages.OptionalSmall.class)
            .shows("{\"anyOf\":[{\"$ref\":\"#/$defs/Port\"},{\"type\":\"null\"}],\"default\":null}")
            .takes("null")
            .takes("{\"number\":1}", "{\"number\":1,\"note\":null}")
            .refuses("{\"number\":13}", "value_error", "there is no port 13", "__root__"),
        Widget.of(
                "small forms",
                WidgetPages.Smalls.class,
                page -> page.field(WidgetPages.Smalls::value)
                    .items(1, 2)
                    .each(inside -> inside.field(WidgetPages.Port::note).title("Remark")))
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
        Widget.of("value type of one's own", WidgetPages.ValueTypePage.class)
            .required()
            .shows("{\"maxLength\":6,\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"mesh\"")
            .refuses("\"MESH\"", "value_error", "Topology must be in lower case")
            .refuses("\"meshmesh\"", "string_too_long", "String should have at most 6 characters")
            .refuses("7", "string_type", "Input should be a valid string"),
        Widget.of("type that Jackson writes as one value", WidgetPages.Annotated.class)
            .required()
            .shows("{\"title\":\"Value\",\"type\":\"integer\"}")
            .takes("\"128\"", "128")
            .refuses("100", "value_error", "a rate is a multiple of 64"),
        Widget.of("type of others", WidgetPages.Foreign.class)
            .required()
            .shows("{\"format\":\"uri\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"https://example.org/\"")
            .refuses("\"a b\"", "value_error", "Illegal character in path at index 1: a b"),
        Widget.of("length of time", WidgetPages.Lasting.class)
            .required()
            .shows("{\"format\":\"duration\",\"title\":\"Value\",\"type\":\"string\"}")
            .takes("\"PT5M\"")
            .refuses("\"x\"", "value_error", "Text cannot be parsed to a Duration"),
        Widget.of("type with format and pattern", WidgetPages.Described.class)
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
                WidgetPages.AcceptPage.class,
                page -> page.field(WidgetPages.AcceptPage::value)
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
                WidgetPages.Fixed.class,
                page -> page.field(WidgetPages.Fixed::value).readOnly("a"))
            .shows(
                "{\"const\":\"a\",\"default\":\"a\",\"extraProperties\":{\"disabled\":true,\"value\":\"a\"},\"readOnly\":true,\"title\":\"Value\",\"type\":\"string\",\"uniforms\":{\"disabled\":true,\"value\":\"a\"}}")
            .takes("\"a\"")
            .refuses("\"b\"", "literal_error", "Input should be 'a'"),
        Widget.of(
                "list that cannot be changed",
                WidgetPages.FixedList.class,
                page -> page.field(WidgetPages.FixedList::value)
                    .value(List.of(1, 2))
                    .readOnly())
            .shows(
                "{\"default\":[1,2],\"extraProperties\":{\"disabled\":true,\"value\":[1,2]},\"items\":{\"type\":\"integer\"},\"readOnly\":true,\"title\":\"Value\",\"type\":\"array\",\"uniforms\":{\"disabled\":true,\"value\":[1,2]}}")
            .takes("[1,\"2\"]", "[1,2]")
            .refuses("[2]", "value_error", "Cannot change values for a readonly list"),
        Widget.of(
                "hidden value",
                WidgetPages.Hidden.class,
                page -> page.field(WidgetPages.Hidden::value).value(7).hidden())
            .shows(
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}],\"default\":\"7\",\"format\":\"hidden\",\"title\":\"Value\",\"type\":\"string\",\"readOnly\":true}")
            .takes("\"something else\"", "7"),
        Widget.of("label", WidgetPages.LabelPage.class)
            .shows(
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}],\"default\":\"Node settings\",\"format\":\"label\",\"title\":\"Node settings\",\"type\":\"string\",\"readOnly\":true}")
            .takes("\"ignored\"", ""),
        Widget.of("divider", WidgetPages.DividerPage.class)
            .shows(
                "{\"anyOf\":[{\"type\":\"string\"},{\"type\":\"null\"}],\"default\":null,\"format\":\"divider\",\"title\":\"Value\",\"type\":\"string\",\"readOnly\":true}")
            .takes("null", ""),
        Widget.of(
                "callout",
                WidgetPages.CalloutPage.class,
                page -> page.field(WidgetPages.CalloutPage::value)
                    .show(Callout.warning("Note", "The port goes down")))
            .shows(
                "{\"$ref\":\"#/$defs/CalloutValue\",\"default\":{\"header\":\"Note\",\"message\":\"The port goes down\",\"icon_type\":\"info\",\"message_type\":\"warning\"},\"format\":\"callout\",\"type\":\"string\",\"readOnly\":true}")
            .defines(
                "CalloutValue",
                "{\"properties\":{},\"title\":\"CalloutValue\",\"type\":\"object\"}")
            .refuses("null", "model_type", noModel + "CalloutValue"),
        Widget.of(
                "Markdown",
                WidgetPages.MarkdownPage.class,
                page -> page.field(WidgetPages.MarkdownPage::value).show("**Note**"))
            .shows(
                "{\"$ref\":\"#/$defs/MarkdownValue\",\"default\":{\"content\":\"**Note**\",\"color\":\"primary\"},\"format\":\"markdown\",\"type\":\"string\",\"readOnly\":true}")
            .refuses("\"x\"", "model_type", noModel + "MarkdownValue"),
        Widget.of(
                "subscription that is shown",
                WidgetPages.SubscriptionPage.class,
                page -> page.field(WidgetPages.SubscriptionPage::value).value(WidgetPages.ONE))
            .shows(
                "{\"default\":\"%s\",\"format\":\"subscription\",\"title\":\"Value\",\"type\":\"string\",\"readOnly\":true}"
                    .formatted(WidgetPages.ONE))
            .takes("\"ignored\"", ""),
        Widget.of(
                "summary",
                WidgetPages.SummaryPage.class,
                page -> page.field(WidgetPages.SummaryPage::value)
                    .show(Summary.ofTables(new Summary.Table(
                        "",
                        List.of("Given"),
                        List.of("Text", "Number"),
                        List.of(List.of("a", "7"))))))
            .shows(
                "{\"$ref\":\"#/$defs/MigrationSummaryValue\",\"default\":null,\"extraProperties\":{\"data\":{\"columns\":[[\"a\",\"7\"]],\"headers\":[\"Given\"],\"labels\":[\"Text\",\"Number\"]}},\"format\":\"summary\",\"type\":\"string\",\"uniforms\":{\"data\":{\"columns\":[[\"a\",\"7\"]],\"headers\":[\"Given\"],\"labels\":[\"Text\",\"Number\"]}},\"readOnly\":true}")
            .refuses("\"x\"", "model_type", noModel + "MigrationSummaryValue"),
        Widget.of(
                "words on the buttons",
                WidgetPages.ButtonsPage.class,
                page -> page.buttons("Back", "Order"))
            .at("buttons")
            .shows(
                "{\"$ref\":\"#/$defs/Buttons\",\"default\":{\"previous\":{\"text\":\"Back\"},\"next\":{\"text\":\"Order\"}}}")
            .defines(
                "Buttons",
                "{\"properties\":{\"previous\":{\"$ref\":\"#/$defs/ButtonConfig\"},\"next\":{\"$ref\":\"#/$defs/ButtonConfig\"}},\"title\":\"Buttons\",\"type\":\"object\"}")
            .takes("{\"next\":{\"text\":\"Order\"}}", ""));
  }
}
