package io.orchestrator4j.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.orchestrator4j.value.Json;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Forms of several pages, asked again from the first page each time. */
final class FormsTest {

  @FormPage
  record AskPage(
      @Size(min = 2, max = 20) String answer,
      @Min(1) @Max(10) @DefaultValue("3") int amount) {}

  @FormPage
  record ConfirmPage(@DefaultValue("false") boolean confirm) {}

  private static String ask(Form form) {
    AskPage asked = form.ask(AskPage.class, page -> page.title("A question"));
    ConfirmPage confirmed = form.ask(ConfirmPage.class, page -> {
      page.title("Confirm " + asked.answer());
      page.field(ConfirmPage::confirm).check((confirm, _) -> confirm, "Please confirm");
      page.last();
    });
    return asked.answer().repeat(asked.amount()) + confirmed.confirm();
  }

  @Test
  void theFirstPageIsAskedFirst() throws Exception {
    FormOutcome<String> outcome = replay();

    assertThat(written(outcome))
        .isEqualTo(written(new FormOutcome.NextPage<>((ObjectNode) Json.read("""
        {"additionalProperties":false,
         "properties":{
           "answer":{"maxLength":20,"minLength":2,"title":"Answer","type":"string"},
           "amount":{"default":3,"maximum":10,"minimum":1,"title":"Amount","type":"integer"}},
         "required":["answer"],"title":"A question","type":"object"}"""), true)));
  }

  @Test
  void aLaterPageDependsOnEarlierAnswers() throws Exception {
    FormOutcome<String> outcome = replay("{\"answer\": \"yes\"}");

    assertThat(outcome).isInstanceOfSatisfying(FormOutcome.NextPage.class, page -> {
      assertThat(page.schema().path("title").asString()).isEqualTo("Confirm yes");
      assertThat(page.hasNext()).isFalse();
    });
  }

  @Test
  void allPagesCompleteTheForm() throws Exception {
    assertThat(replay("{\"answer\": \"yes\", \"amount\": \"2\"}", "{\"confirm\": true}"))
        .isEqualTo(new FormOutcome.Complete<>("yesyestrue"));
  }

  @Test
  void surplusPagesAreCounted() throws Exception {
    assertThat(replay("{\"answer\": \"yes\"}", "{\"confirm\": true}", "{}", "{}"))
        .isEqualTo(new FormOutcome.Overflow<>(2));
  }

  @Test
  void allErrorsOfAPageComeTogetherInTheOrderOfItsFields() throws Exception {
    InvalidPage page = invalid(replay("{\"foo\": 1, \"amount\": 11}"));

    assertThat(page.detail()).isEqualTo("""
        3 validation errors for AskPage
        answer
          field required (type=missing)
        amount
          Input should be less than or equal to 10 (type=less_than_equal; le=10)
        foo
          Extra inputs are not permitted (type=extra_forbidden)""");
    assertThat(page.errors().get(0)).isEqualTo(Json.read("""
        {"type":"missing","loc":["answer"],"msg":"field required","input":{"foo":1,"amount":11},
         "url":"https://errors.pydantic.dev/2.13/v/missing"}"""));
  }

  @Test
  void aDefaultIsHeldToTheRulesToo() throws Exception {
    InvalidPage page = invalid(replay("{\"answer\": \"yes\"}", "{}"));

    assertThat(page.errors()).isEqualTo(Json.read("""
        [{"type":"value_error","loc":["confirm"],"msg":"Please confirm","input":false,
          "ctx":{"error":"Please confirm"},"url":"https://errors.pydantic.dev/2.13/v/value_error"}]"""));
  }

  @FormPage
  record Pair(int low, int high) {
    Pair {
      if (low == 13) {
        throw new IllegalArgumentException("Thirteen is not allowed");
      }
    }
  }

  private static Pair askPair(Form form) {
    return form.ask(Pair.class, page -> {
      page.field(Pair::high)
          .refuse((high, answers) -> high < answers.get(Pair::low) ? "is below low" : null);
      page.check(pair -> pair.high() != pair.low(), "low and high must differ");
    });
  }

  @Test
  void aRuleSeesOtherAnswers() throws Exception {
    assertThat(messages("{\"low\": 2, \"high\": 1}")).containsExactly("high: is below low");
  }

  @Test
  void aRuleIsSkippedWhileTheAnswerThatItNeedsIsWrong() throws Exception {
    assertThat(messages("{\"low\": \"x\", \"high\": 1}"))
        .containsExactly(
            "low: Input should be a valid integer, unable to parse string as an integer");
  }

  @Test
  void aRuleOfThePageRunsWhenAllFieldsAreRight() throws Exception {
    assertThat(messages("{\"low\": 1, \"high\": 1}"))
        .containsExactly("__root__: low and high must differ");
    assertThat(messages("{\"low\": 1, \"high\": \"x\"}"))
        .containsExactly(
            "high: Input should be a valid integer, unable to parse string as an integer");
  }

  @Test
  void whatTheRecordRefusesIsAnErrorOfThePage() throws Exception {
    assertThat(messages("{\"low\": 13, \"high\": 14}"))
        .containsExactly("__root__: Thirteen is not allowed");
  }

  @Test
  void noFormIsOnePageWithoutFields() {
    assertThat(Forms.empty("started", List.of()))
        .isEqualTo(new FormOutcome.NextPage<>(
            (ObjectNode)
                Json.read(
                    "{\"additionalProperties\":false,\"properties\":{},\"title\":\"unknown\",\"type\":\"object\"}"),
            null));
    assertThat(Forms.empty("started", pages("{}")))
        .isEqualTo(new FormOutcome.Complete<>("started"));
    assertThat(Forms.empty("started", pages("{}", "{}", "{}")))
        .isEqualTo(new FormOutcome.Overflow<>(2));
    assertThat(invalid(Forms.empty("started", pages("{\"x\": 1}"))).detail())
        .isEqualTo(
            "1 validation error for FormPage\nx\n  Extra inputs are not permitted (type=extra_forbidden)");
  }

  @Test
  void anAuthorsCatchDoesNotSwallowTheQuestion() throws Exception {
    FormOutcome<String> outcome = new Forms(FormServices.standard())
        .replay(
            form -> {
              try {
                return form.ask(AskPage.class).answer();
              } catch (Exception e) {
                return "swallowed";
              }
            },
            List.of());

    assertThat(outcome).isInstanceOf(FormOutcome.NextPage.class);
  }

  @Test
  void whatTheAuthorsMethodThrowsPassesThrough() {
    assertThatThrownBy(() -> new Forms(FormServices.standard())
            .replay(
                _ -> {
                  throw new java.io.IOException("no inventory");
                },
                List.of()))
        .isInstanceOf(java.io.IOException.class);
  }

  @FormPage
  record Odd(Thread thread) {}

  record Unmarked(String text) {}

  @FormPage
  record WrongDefault(@DefaultValue("many") int count) {}

  @Test
  void aWrongPageIsRefusedWithPlaceAndRemedy() {
    assertThatThrownBy(
            () -> new Forms(FormServices.standard()).replay(form -> form.ask(Odd.class), List.of()))
        .hasMessageContaining("Odd.thread: no field takes a java.lang.Thread. Use text");
    assertThatThrownBy(() ->
            new Forms(FormServices.standard()).replay(form -> form.ask(Unmarked.class), List.of()))
        .hasMessageContaining("not marked @FormPage");
    assertThatThrownBy(() -> new Forms(FormServices.standard())
            .replay(form -> form.ask(WrongDefault.class), List.of()))
        .hasMessageContaining("WrongDefault.count: @DefaultValue(\"many\") does not fit");
  }

  @FormPage
  record Renamed(
      @JsonProperty("link member") String linkMember,
      @Nullable Label label,
      @Nullable Integer count) {}

  @Test
  void aPageBecomesKeysAndComesBack() {
    ObjectNode state = Pages.toState(new Renamed("a", null, null));

    assertThat(Json.write(state)).isEqualTo("{\"link member\":\"a\",\"count\":null}");
    assertThat(Pages.fromState(Renamed.class, state)).isEqualTo(new Renamed("a", null, null));
    assertThat(Pages.keys(Renamed.class)).containsExactly("link member", "count");
  }

  // numbers of the same value may be nodes of different kinds
  private static String written(FormOutcome<?> outcome) {
    return outcome.toString();
  }

  private static FormOutcome<String> replay(String... pages) throws Exception {
    return new Forms(FormServices.standard()).replay(FormsTest::ask, pages(pages));
  }

  private static List<String> messages(String page) throws Exception {
    return invalid(new Forms(FormServices.standard()).replay(FormsTest::askPair, pages(page)))
        .fieldErrors()
        .stream()
        .map(error -> error.path().getFirst() + ": " + error.message())
        .toList();
  }

  private static InvalidPage invalid(FormOutcome<?> outcome) {
    return switch (outcome) {
      case FormOutcome.Invalid<?>(InvalidPage page) -> page;
      case FormOutcome<?> other -> throw new AssertionError(other);
    };
  }

  private static List<ObjectNode> pages(String... pages) {
    return Stream.of(pages).map(page -> (ObjectNode) Json.read(page)).toList();
  }
}
