package io.orchestrator4j.workflow;

import static io.orchestrator4j.workflow.Steps.begin;
import static io.orchestrator4j.workflow.Steps.done;
import static io.orchestrator4j.workflow.Steps.init;
import static io.orchestrator4j.workflow.Steps.roles;
import static io.orchestrator4j.workflow.Steps.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Timestamp;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a definition fails the start, and says where and what to do. */
final class DefinitionsTest {

  static class Helper {
    @Step("Help")
    void help() {}
  }

  @Workflows
  record Good(Helper helper) {

    @Workflow(value = "Plain", target = Target.MODIFY)
    StepList plainWorkflow() {
      return init()
          .then(this::one)
          .then(helper::help)
          .then(step(this::unmarked).named("Unmarked"))
          .then(done());
    }

    @Task("A task")
    StepList aTask() {
      return begin(this::ask)
          .authorize(roles("operators"))
          .then(this::one)
          .then(this::one)
          .then(DefinitionsTest::aStatic);
    }

    State ask(Form form) {
      return State.empty();
    }

    @Step("One")
    void one() {}

    void unmarked() {}
  }

  @Step("Static")
  static void aStatic() {}

  @Test
  void readsNamesPlacesAndSteps() {
    DefinedWorkflows workflows = DefinedWorkflows.of(List.of(new Good(new Helper())));

    WorkflowDefinition plain = workflows.named("plain_workflow").orElseThrow();
    assertThat(plain.target()).isEqualTo(Target.MODIFY);
    assertThat(plain.isTask()).isFalse();
    assertThat(plain.steps())
        .extracting(PlacedStep::path)
        .containsExactly("start", "one", "help", "unmarked", "done");
    WorkflowDefinition task = workflows.named("a_task").orElseThrow();
    assertThat(task.isTask()).isTrue();
    assertThat(task.hasForm()).isTrue();
    assertThat(task.steps())
        .extracting(PlacedStep::path)
        .containsExactly("start", "one", "one#2", "a_static", "done");
    assertThat(task.steps())
        .extracting(placed -> placed.step().name())
        .containsExactly("Start", "One", "One", "Static", "Done");
  }

  @Test
  void aFingerprintChangesWithTheStepsAlone() {
    WorkflowDefinition plain = DefinedWorkflows.of(List.of(new Good(new Helper())))
        .named("plain_workflow")
        .orElseThrow();
    WorkflowDefinition again = DefinedWorkflows.of(List.of(new Good(new Helper())))
        .named("plain_workflow")
        .orElseThrow();
    WorkflowDefinition task =
        DefinedWorkflows.of(List.of(new Good(new Helper()))).named("a_task").orElseThrow();

    assertThat(plain.fingerprint()).isEqualTo(again.fingerprint()).isNotEqualTo(task.fingerprint());
  }

  @Workflows
  static final class Endless {
    @Workflow("No end")
    StepList noEnd() {
      return init().then(this::one);
    }

    @Step("One")
    void one() {}
  }

  @Test
  void aChainThatCannotEndIsRefused() {
    assertRefused(
        new Endless(),
        "Endless.noEnd: the chain cannot end: its last step is 'One'. End it with .then(done())");
  }

  @Workflows
  static final class Lambda {
    @Task("Lambda")
    StepList lambda() {
      return begin().then(() -> {});
    }
  }

  @Test
  void aLambdaIsRefused() {
    assertRefused(
        new Lambda(), "Lambda.lambda: ", "the chain contains a lambda", "this::createGroup");
  }

  @Workflows
  static final class Unbound {
    @Task("Unbound")
    StepList unbound() {
      return begin().then(Helper::help);
    }
  }

  @Test
  void aReferenceWithoutAnObjectIsRefused() {
    assertRefused(
        new Unbound(),
        "the reference has no object to call the method on",
        "helper::help or this::help");
  }

  @Workflows
  static final class Overloaded {
    @Task("Overloaded")
    StepList overloaded() {
      MethodReference.Void0 reference = this::twice;
      return begin().then(reference);
    }

    @Step("Twice")
    void twice() {}

    @Step("Twice")
    void twice(String name) {}
  }

  @Test
  void anOverloadedStepIsRefused() {
    assertRefused(new Overloaded(), "Overloaded.twice: there are several methods of this name");
  }

  @Workflows
  static final class Generic {
    @Task("Generic")
    StepList generic() {
      MethodReference.Void1<String> reference = this::anything;
      return begin().then(reference);
    }

    @Step("Anything")
    <T> void anything(T value) {}
  }

  @Test
  void aGenericStepIsRefused() {
    assertRefused(new Generic(), "generic or variable-arity method");
  }

  @Workflows
  static final class Nameless {
    @Task("Nameless")
    StepList nameless() {
      return begin().then(this::unmarked);
    }

    void unmarked() {}
  }

  @Test
  void aStepWithoutANameIsRefused() {
    assertRefused(
        new Nameless(), "the step unmarked has no name for people to read", "@Step(\"...\")");
  }

  @Workflows
  static final class WrongResults {
    @Task("Wrong result")
    StepList wrongResult() {
      return begin().then(this::text);
    }

    @Step("Text")
    String text() {
      return "";
    }
  }

  @Test
  void aResultWithoutKeysIsRefused() {
    assertRefused(
        new WrongResults(), "WrongResults.text returns String, which has no keys for the State");
  }

  @Workflows
  static final class FormAsStep {
    @Task("Form as step")
    StepList formAsStep() {
      return begin().then(this::ask);
    }

    @Step("Ask")
    State ask(Form form) {
      return State.empty();
    }
  }

  @Test
  void aStepThatTakesAFormIsRefused() {
    assertRefused(new FormAsStep(), "FormAsStep.ask is a step but takes a Form", "@InputStep");
  }

  @Workflows
  static final class LateRule {
    @Task("Late rule")
    StepList lateRule() {
      return begin().then(this::one).authorize(roles("noc"));
    }

    @Step("One")
    void one() {}
  }

  @Test
  void aRuleBehindAStepIsRefused() {
    assertRefused(new LateRule(), ".authorize(...) after step 'One'", "directly after begin(...)");
  }

  @Workflows
  static final class First {
    @Task("The same")
    StepList theSame() {
      return begin();
    }
  }

  @Workflows
  static final class Second {
    @Task(value = "The same too", name = "the_same")
    StepList other() {
      return begin();
    }
  }

  @Test
  void twoWorkflowsOfOneNameAreRefused() {
    assertRefused(
        List.of(new First(), new Second()),
        "Second.other: the name 'the_same' is taken by First.theSame");
  }

  @Workflows
  static final class WrongDefault {
    @Task("Wrong default")
    StepList wrongDefault() {
      return begin().then(this::one);
    }

    @Step("One")
    void one(@io.orchestrator4j.form.DefaultValue("many") int count) {}
  }

  @Test
  void aDefaultOfAnotherTypeIsRefused() {
    assertRefused(new WrongDefault(), "@DefaultValue(\"many\") of the parameter 'count' is no int");
  }

  interface Proxied {}

  @Test
  void aProxiedClassIsRefused() {
    Object proxy = java.lang.reflect.Proxy.newProxyInstance(
        getClass().getClassLoader(), new Class<?>[] {Proxied.class}, (_, _, _) -> null);

    assertRefused(proxy, "it is a proxy around a class of workflows");
  }

  @Test
  void aClassThatIsNotMarkedIsRefused() {
    assertRefused(new Helper(), "not marked @Workflows");
  }

  static final class Pages {
    @FormPage
    record WrongPage(Thread thread) {}
  }

  @Workflows
  static final class AsksWrong {

    @FormPage
    record AlsoWrong(@Timestamp String when) {}

    @Task("Asks wrong")
    StepList asksWrong() {
      return begin(this::ask).then(this::work);
    }

    Pages.WrongPage ask(Form form) {
      return form.ask(Pages.WrongPage.class);
    }

    @Step("Work")
    void work() {}
  }

  @Test
  void aWrongPageFailsTheStart() {
    assertRefused(
        new AsksWrong(),
        "WrongPage.thread: no field takes a java.lang.Thread",
        "AlsoWrong.when: @Timestamp is no way to enter a java.lang.String");
  }

  @Test
  void allProblemsAreSaidAtOnce() {
    DefinitionException thrown = catchThrowableOfType(
        DefinitionException.class,
        () -> DefinedWorkflows.of(List.of(new Endless(), new Lambda(), new Nameless())));

    assertThat(thrown.problems()).hasSize(3);
    assertThat(thrown).hasMessageStartingWith("The definitions have 3 problems:\n  - ");
  }

  @Test
  void aStateOfPairsWithoutAValueIsRefused() {
    assertThatThrownBy(() -> State.of("a", 1, "b"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the last key, b, has no value");
  }

  @Test
  void removingAndSettingNullAreTwoThings() {
    State state = State.of(Map.of("a", 1)).and("b", null).without("a");

    assertThat(state.keys()).containsExactly("b");
    assertThat(state.has("b")).isTrue();
    assertThat(state.removed()).containsExactly("a");
  }

  private static void assertRefused(Object holder, String... messages) {
    assertRefused(List.of(holder), messages);
  }

  private static void assertRefused(List<Object> holders, String... messages) {
    assertThatThrownBy(() -> DefinedWorkflows.of(holders))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll(messages);
  }
}
