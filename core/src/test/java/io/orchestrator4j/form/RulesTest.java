package io.orchestrator4j.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.definition.DefinitionProblem;
import io.orchestrator4j.value.Json;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the rules of a page do, and what is said when they do not fit. */
final class RulesTest {

  private static final Forms FORMS = new Forms(FormServices.standard());

  enum Mode {
    TAGGED,
    UNTAGGED,
    LINK_MEMBER
  }

  record Port(int number, String name) {}

  @FormPage
  record NodePage(
      String nodeName,
      @Nullable Integer age,
      int roleId,
      @Choice @Nullable UUID site,
      Mode mode,
      List<Port> ports,
      @Nullable Instant since) {}

  @SuppressWarnings("unused") // read by name
  static final class Block {
    public String nodeName = "core-1";
    public Integer age;
    public long roleId = 7;
    public Mode mode = Mode.TAGGED;
    public List<Port> ports = List.of(new Port(1, "one"), new Port(2, "two"));
    public static final Instant since = Instant.EPOCH;
  }

  private static ObjectNode schema(Consumer<PageRules<NodePage>> rules) throws Exception {
    return switch (FORMS.replay(form -> form.ask(NodePage.class, rules), List.of())) {
      case FormOutcome.NextPage<NodePage> page -> page.schema();
      case FormOutcome<NodePage> other -> throw new AssertionError(other);
    };
  }

  private static JsonNode property(String key, Consumer<PageRules<NodePage>> rules)
      throws Exception {
    return schema(page -> {
          page.field(NodePage::site).choices(Map.of());
          rules.accept(page);
        })
        .path("properties")
        .path(key);
  }

  @Test
  void anObjectFillsInWhatItHasByNameAndType() throws Exception {
    ObjectNode page = schema(rules -> {
      rules.field(NodePage::site).choices(Map.of());
      rules.values(new Block());
    });

    assertThat(page.at("/properties/node_name/default")).isEqualTo(Json.toTree("core-1"));
    assertThat(page.at("/properties/mode/default")).isEqualTo(Json.toTree("tagged"));
    assertThat(page.at("/properties/ports/default"))
        .isEqualTo(Json.read("[{\"number\":1,\"name\":\"one\"},{\"number\":2,\"name\":\"two\"}]"));
    // another type, null, and not the object's own
    assertThat(page.at("/properties/role_id").has("default")).isFalse();
    assertThat(page.at("/properties/age/default").isNull()).isTrue();
    assertThat(page.at("/properties/since/default").isNull()).isTrue();
  }

  record Draft(String nodeName, int roleId, Mode mode) {}

  @Test
  void aRecordFillsInItsComponents() throws Exception {
    assertThat(property("role_id", page -> page.values(new Draft("x", 9, Mode.TAGGED)))
            .path("default")
            .intValue())
        .isEqualTo(9);
  }

  @Test
  void givenRowsKeepTheirNumber() throws Exception {
    JsonNode ports = property(
        "ports",
        page -> page.field(NodePage::ports)
            .value(List.of(new Port(1, "one"), new Port(2, "two")))
            .fixedSize());

    assertThat(ports.path("minItems").intValue()).isEqualTo(2);
    assertThat(ports.path("maxItems").intValue()).isEqualTo(2);
  }

  @Test
  void someConstantsOfAnEnumAreOffered() throws Exception {
    ObjectNode page = schema(rules -> {
      rules.field(NodePage::site).choices(Map.of());
      rules.field(NodePage::mode).only(Mode.UNTAGGED, Mode.TAGGED);
    });

    assertThat(page.at("/properties/mode/$ref").asString()).isEqualTo("#/$defs/Mode");
    assertThat(page.at("/$defs/Mode/enum")).isEqualTo(Json.read("[\"tagged\",\"untagged\"]"));
  }

  @Test
  void choicesWithTheSameNameAreToldApart() throws Exception {
    ObjectNode page = schema(rules -> {
      rules.field(NodePage::site).choices(Map.of());
      rules.field(NodePage::ports).each(port -> {
        port.field(Port::number).choices(Map.of(1, "1"));
        port.field(Port::name).choices(Map.of("a", "A"));
      });
      rules.field(NodePage::nodeName).choices(Map.of("b", "B"));
    });

    assertThat(page.path("$defs").propertyNames())
        .containsExactly("Mode", "Name", "NodeName", "Number", "Port", "Site");
  }

  @FormPage
  record Twice(@Choice String name, Inner inner) {}

  record Inner(@Choice String name, int number) {}

  @Test
  void differentChoicesDoNotShareAName() throws Exception {
    FormOutcome<Twice> outcome = FORMS.replay(
        form -> form.ask(Twice.class, page -> {
          page.field(Twice::name).choices(Map.of("a", "a"));
          page.field(Twice::inner)
              .nested(inner -> inner.field(Inner::name).choices(Map.of("b", "b")));
        }),
        List.of());

    assertThat(outcome)
        .isInstanceOfSatisfying(
            FormOutcome.NextPage.class,
            page -> assertThat(page.schema().path("$defs").propertyNames())
                .containsExactly("Inner", "Name", "Name2"));
  }

  @FormPage
  record Secretive(
      @Password @Size(min = 8) String password, @Positive int number, Login login) {}

  record Login(@Password String token, int port) {}

  @Test
  void aSecretIsInNoErrorAndNoDefault() throws Exception {
    String sent =
        "{\"password\":\"s3cret\",\"number\":1,\"login\":{\"token\":\"t0ken\",\"port\":\"x\"},\"extra\":1}";

    InvalidPage invalid = refused(Secretive.class, _ -> {}, sent);

    assertThat(invalid.fieldErrors())
        .extracting(error -> error.path().toString())
        .containsExactly("[password]", "[login, port]", "[extra]");
    assertThat(invalid.errors().toString()).doesNotContain("s3cret", "t0ken").contains("*****");
    assertThat(refused(
                Secretive.class,
                _ -> {},
                "{\"password\":\"s3cret-long\",\"login\":{\"token\":\"t0ken\"}}")
            .errors()
            .toString())
        .doesNotContain("s3cret", "t0ken");
    assertThat(refused(
                Secretive.class,
                page -> page.check(_ -> false, "no"),
                "{\"password\":\"s3cret-long\",\"number\":1,\"login\":{\"token\":\"t0ken\",\"port\":1}}")
            .errors()
            .toString())
        .doesNotContain("s3cret", "t0ken");
    FormOutcome<Secretive> page = FORMS.replay(
        form -> form.ask(
            Secretive.class, rules -> rules.field(Secretive::password).value("s3cret-long")),
        List.of());
    assertThat(page.toString()).doesNotContain("s3cret").contains("required\":[\"number\"");
    assertThat(Pages.secretKeys(Secretive.class)).containsExactly("password");
  }

  static Stream<Consumer<PageRules<Secretive>>> keptSecret() {
    return Stream.of(
        page -> page.field(Secretive::password).readOnly("s3cret-long"),
        page -> page.field(Secretive::password).value("s3cret-long").hidden(),
        page -> page.field(Secretive::login).readOnly(new Login("s3cret", 1)));
  }

  @ParameterizedTest
  @MethodSource("keptSecret")
  void aSecretThatCannotBeChangedIsNotShownEither(Consumer<PageRules<Secretive>> rules)
      throws Exception {
    FormOutcome<Secretive> page = FORMS.replay(form -> form.ask(Secretive.class, rules), List.of());

    assertThat(page).isInstanceOf(FormOutcome.NextPage.class);
    assertThat(page.toString()).doesNotContain("s3cret");
    assertThat(refused(
                Secretive.class,
                rules,
                "{\"password\":\"other-one\",\"login\":{\"token\":\"t0ken\"}}")
            .errors()
            .toString())
        .doesNotContain("s3cret", "t0ken");
  }

  private static <P extends Record> InvalidPage refused(
      Class<P> page, Consumer<PageRules<P>> rules, String sent) throws Exception {
    FormOutcome<P> outcome =
        FORMS.replay(form -> form.ask(page, rules), List.of((ObjectNode) Json.read(sent)));
    if (outcome instanceof FormOutcome.Invalid<P>(InvalidPage invalid)) {
      return invalid;
    }
    throw new AssertionError(outcome);
  }

  @FormPage
  record Ordered(
      int first,
      int second,
      @Customer @Nullable UUID customer,
      @Customer @DefaultValue("b") String other,
      @DefaultValue("[1]") List<Integer> third) {}

  @Test
  void anAnswerThatIsNotRightIsNotFound() throws Exception {
    InvalidPage invalid = refused(
        Ordered.class,
        page -> page.field(Ordered::second)
            .refuse((second, answers) -> answers.find(Ordered::first).isPresent() ? "found" : null),
        "{\"first\":\"x\",\"second\":1}");

    assertThat(invalid.fieldErrors()).hasSize(2);
    assertThat(invalid.detail()).doesNotContain("found").contains("other\n  Input should be '5928");
  }

  @Test
  void theOnlyCustomerIsTheDefault() throws Exception {
    FormOutcome<WidgetPages.CustomerPage> outcome =
        FORMS.replay(form -> form.ask(WidgetPages.CustomerPage.class), List.of(Json.object()));

    assertThat(outcome)
        .isEqualTo(new FormOutcome.Complete<>(
            new WidgetPages.CustomerPage("59289a57-70fb-4ff5-9c93-10fe67b12434")));
  }

  @Test
  void customersAreFoundByTheirId() {
    Customers customers = Customers.only(new CustomerInfo("a", "Ann", "an"));

    assertThat(customers.find("a")).isPresent();
    assertThat(customers.find("b")).isEmpty();
  }

  @FormPage
  record Recursive(Tree tree) {}

  record Tree(List<Tree> children, String name) {}

  @FormPage
  record WrongMark(@Timestamp String when) {}

  @FormPage
  record TwoMarks(@Password @LongText String text) {}

  @FormPage
  record Passwords(@Password List<String> texts) {}

  @FormPage
  record WrongRadio(@Radio List<String> texts) {}

  @FormPage
  record WrongConstraint(@Size(min = 2) int number) {}

  @FormPage
  record NoChoices(@Choice int roleId) {}

  @FormPage
  record WrongList(@DefaultValue("1, 2") List<Integer> numbers) {}

  static Stream<Wrong> wrong() {
    return Stream.of(
        new Wrong("Tree: it contains itself", form -> form.ask(Recursive.class)),
        new Wrong(
            "WrongMark.when: @Timestamp is no way to enter a java.lang.String. Declare it as Instant.",
            form -> form.ask(WrongMark.class)),
        new Wrong(
            "TwoMarks.text: it is marked @LongText and @Password. Keep the one",
            form -> form.ask(TwoMarks.class)),
        new Wrong(
            "Passwords.texts: @Password is no way to enter a java.util.List<java.lang.String>. Declare it as String.",
            form -> form.ask(Passwords.class)),
        new Wrong(
            "Secretive.password: its rules do not fit: only(...)",
            form -> form.ask(
                Secretive.class, page -> page.field(Secretive::password).only("a"))),
        new Wrong("WrongRadio.texts: @Radio is no way to", form -> form.ask(WrongRadio.class)),
        new Wrong(
            "WrongConstraint.number: one of its constraints cannot judge a Integer",
            form -> form.ask(WrongConstraint.class)),
        new Wrong(
            "WrongList.numbers: @DefaultValue(\"1, 2\") does not fit: Input should be a valid list. Write a list as JSON",
            form -> form.ask(WrongList.class)),
        new Wrong(
            "NoChoices.roleId: it is marked as a choice, but the form that asks it offers nothing."
                + " Say from what is chosen, as in page.field(NoChoices::roleId).choices(...).",
            form -> form.ask(NoChoices.class)),
        new Wrong(
            "NodePage.nodeName: its rules do not fit: earliest(...)",
            form -> form.ask(
                NodePage.class, page -> page.field(NodePage::nodeName).earliest(Instant.EPOCH))),
        new Wrong(
            "NodePage.nodeName: its rules do not fit: tasks(...)",
            form -> form.ask(
                NodePage.class,
                page -> page.field(NodePage::nodeName).tasks(AcceptItem.info("x")))),
        new Wrong(
            "NodePage.nodeName: its rules do not fit: show(...)",
            form ->
                form.ask(NodePage.class, page -> page.field(NodePage::nodeName).show("x"))),
        new Wrong(
            "NodePage.nodeName: its rules do not fit: nested(...)",
            form ->
                form.ask(NodePage.class, page -> page.field(NodePage::nodeName).nested(_ -> {}))),
        new Wrong(
            "ValueTypePage.value: its rules do not fit: nested(...) and each(...) are for records and lists of"
                + " records, of more than one component",
            form -> form.ask(
                WidgetPages.ValueTypePage.class,
                page -> page.field(WidgetPages.ValueTypePage::value).nested(_ -> {}))),
        new Wrong(
            "NodePage.nodeName: its rules do not fit: multipleOf(...)",
            form ->
                form.ask(NodePage.class, page -> page.field(NodePage::nodeName).multipleOf(2))),
        new Wrong(
            "NodePage.nodeName: it cannot be filled in, but has no value",
            form ->
                form.ask(NodePage.class, page -> page.field(NodePage::nodeName).hidden())),
        new Wrong(
            "NodePage.ports: its size is fixed, but",
            form -> form.ask(NodePage.class, page -> {
              page.field(NodePage::site).choices(Map.of());
              page.field(NodePage::ports).fixedSize();
            })),
        new Wrong(
            "SummaryPage.value: it is a summary, but",
            form -> form.ask(WidgetPages.SummaryPage.class)),
        new Wrong(
            "LabelPage.value: something else is shown there",
            form -> form.ask(
                WidgetPages.LabelPage.class,
                page -> page.field(WidgetPages.LabelPage::value).show(Markdown.of("x")))));
  }

  record Wrong(String message, Forms.Asked<Record> form) {}

  @ParameterizedTest
  @MethodSource("wrong")
  void aWrongPageSaysWhereAndWhatToDo(Wrong wrong) {
    assertThatThrownBy(() -> FORMS.replay(wrong.form(), List.of()))
        .isInstanceOf(DefinitionProblem.class)
        .hasMessageStartingWith(wrong.message());
  }

  @Test
  void whatCannotBeChangedNeedsNoChoices() throws Exception {
    FormOutcome<NoChoices> outcome = FORMS.replay(
        form -> form.ask(NoChoices.class, page -> page.field(NoChoices::roleId).readOnly(7)),
        List.of(Json.object()));

    assertThat(outcome).isEqualTo(new FormOutcome.Complete<>(new NoChoices(7)));
  }

  @Test
  void customersAreListedOnce() throws Exception {
    AtomicInteger times = new AtomicInteger();
    Forms forms = new Forms(FormServices.standard().withCustomers(() -> {
      times.incrementAndGet();
      return List.of(CustomerInfo.standard());
    }));

    FormOutcome<Ordered> _ = forms.replay(form -> form.ask(Ordered.class), List.of());

    assertThat(times).hasValue(1);
  }

  @Test
  void ofNothingNothingIsChosen() throws Exception {
    assertThat(refused(
                NoChoices.class,
                page -> page.field(NoChoices::roleId).choices(List.of()),
                "{\"role_id\":1}")
            .detail())
        .contains("There is nothing to choose from");
  }
}
