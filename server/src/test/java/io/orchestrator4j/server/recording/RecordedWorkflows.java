package io.orchestrator4j.server.recording;

import static io.orchestrator4j.workflow.Steps.begin;

import io.orchestrator4j.form.Choice;
import io.orchestrator4j.form.DefaultValue;
import io.orchestrator4j.form.Divider;
import io.orchestrator4j.form.Field;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Label;
import io.orchestrator4j.form.LongText;
import io.orchestrator4j.form.Option;
import io.orchestrator4j.form.Summary;
import io.orchestrator4j.workflow.Assignee;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The workflows that the recorded conversations are about. */
@Workflows
final class RecordedWorkflows {

  @FormPage
  record TimesForm(
      @Min(0) @Max(5) @DefaultValue("1") int times,
      @DefaultValue("true") boolean sameMessage) {}

  @FormPage
  record AskPage(
      @jakarta.validation.constraints.Size(min = 2, max = 20)
      String answer,

      @Min(1) @Max(10) @DefaultValue("3") int amount) {}

  @FormPage
  record ConfirmPage(@DefaultValue("false") boolean confirm) {}

  enum Color {
    RED,
    GREEN,
    BLUE
  }

  enum Size {
    S("Small"),
    M("Medium"),
    L("Large");

    private final String label;

    Size(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  record Person(
      @jakarta.validation.constraints.Size(min = 2) String name,
      @Nullable Integer age) {}

  @FormPage
  record FieldsPage(
      Label intro,

      @jakarta.validation.constraints.Size(min = 2, max = 10)
      String text,

      @Field(help = "Letters then digits") @Pattern(regexp = "^[a-z]+[0-9]*$") @DefaultValue("abc1")
      String code,

      @LongText @DefaultValue("one\ntwo") String notes,
      @Min(1) @Max(20) @DefaultValue("5") int number,
      @DefaultValue("false") boolean flag,
      @Nullable String optionalText,
      @Nullable Integer optionalNumber,
      Divider line,
      Color color,
      @DefaultValue("m") Size size,
      List<Color> colors,
      String fixed,
      LocalDate day,
      OffsetDateTime moment,
      @jakarta.validation.constraints.Size(min = 1, max = 3) List<String> names,
      @jakarta.validation.constraints.Size(min = 1) List<Person> persons) {}

  @FormPage
  record DependentPage(String again, @Choice List<String> pick) {}

  @FormPage
  record SummaryPage(Summary overview) {}

  @Task("Five steps")
  StepList wireFiveSteps() {
    return begin()
        .then(this::stepOne)
        .then(this::stepTwo)
        .then(this::stepThree)
        .then(this::stepFour)
        .then(this::stepFive);
  }

  @Step("Step one")
  State stepOne() {
    return State.of("count", 1);
  }

  @Step("Step two")
  State stepTwo() {
    return State.of("count", 2);
  }

  @Step("Step three")
  State stepThree() {
    return State.of("count", 3);
  }

  @Step("Step four")
  State stepFour() {
    return State.of("count", 4);
  }

  @Step("Step five")
  State stepFive() {
    return State.of("count", 5);
  }

  @Task("Fail some times")
  StepList wireFailTimes() {
    return begin(this::askTimes).then(this::prepare).then(this::failSomeTimes).then(this::finish);
  }

  State askTimes(Form form) {
    return State.of(
        form.ask(TimesForm.class, page -> page.title("How often to fail").last()));
  }

  @Step("Prepare")
  State prepare() {
    return State.of("prepared", true);
  }

  @Step("Fail some times")
  State failSomeTimes(StepContext context, TimesForm form) {
    if (context.attempt() <= form.times()) {
      throw new IllegalArgumentException(
          form.sameMessage() ? "kaboom" : "kaboom " + context.attempt());
    }
    return State.of("attempts", context.attempt());
  }

  @Step("Finish")
  State finish() {
    return State.of("finished", true);
  }

  @Task("A form of three pages")
  StepList wireForm() {
    return begin(this::askThreePages).then(this::storeTheForm);
  }

  State askThreePages(Form form) {
    FieldsPage fields = form.ask(FieldsPage.class, page -> {
      page.title("Field types");
      page.field(FieldsPage::intro).show("Please fill in everything");
      page.field(FieldsPage::number).check((number, _) -> number != 13, "Thirteen is not allowed");
      page.field(FieldsPage::colors).items(1, 2);
      page.field(FieldsPage::fixed).readOnly("unchangeable");
      page.check(given -> !given.text().equals(given.code()), "Text and code must differ");
    });
    DependentPage dependent = form.ask(DependentPage.class, page -> {
      page.title("More about " + fields.text());
      page.field(DependentPage::again).value(fields.text());
      page.field(DependentPage::pick)
          .choices(fields.names().stream().map(name -> new Option<>(name, name)).toList())
          .unique()
          .value(List.of());
    });
    form.ask(SummaryPage.class, page -> {
      page.title("Summary").last();
      page.field(SummaryPage::overview)
          .show(Summary.ofTables(new Summary.Table(
              "",
              List.of("Given"),
              List.of("Text", "Number", "Again"),
              List.of(
                  List.of(fields.text(), String.valueOf(fields.number()), dependent.again())))));
    });
    return State.of(fields, dependent);
  }

  @Step("Store the form")
  State storeTheForm(FieldsPage form) {
    return State.of(
        "stored",
        "%s %d %d %d"
            .formatted(
                form.text(), form.number(), form.names().size(), form.persons().size()));
  }

  @Task("Ask the user")
  StepList wireInput() {
    return begin().then(this::prepare).then(this::askTheUser).then(this::useTheAnswer);
  }

  @InputStep(value = "Ask the user", assignee = Assignee.NOC)
  State askTheUser(Form form) {
    AskPage asked = form.ask(AskPage.class, page -> page.title("A question"));
    ConfirmPage confirmed = form.ask(ConfirmPage.class, page -> {
      page.title("Confirm " + asked.answer()).last();
      page.field(ConfirmPage::confirm).check((yes, _) -> yes, "Please confirm");
    });
    return State.of(asked, confirmed);
  }

  @Step("Use the answer")
  State useTheAnswer(AskPage asked) {
    return State.of("result", asked.answer().repeat(asked.amount()));
  }
}
