package io.orchestrator4j.docs.network;

import static io.orchestrator4j.testing.FirstPage.subscription;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.orchestrator4j.catalogue.Registration;
import io.orchestrator4j.docs.Said;
import io.orchestrator4j.product.SubscriptionLifecycle;
import io.orchestrator4j.testing.Fixtures;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.WorkflowRunner;
import io.orchestrator4j.workflow.State;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the page on mistakes quotes is said. */
final class MistakesPageTest {

  private static final Said PAGE = Said.on("docs/guide/mistakes.md");

  @Test
  void aLambdaIsNoStep() throws IOException {
    PAGE.quotes("lambda as a step", refusedStart(new CommonMistakes.Lambda()));
  }

  @Test
  void aMethodWithoutItsAnnotationIsNoStep() throws IOException {
    PAGE.quotes("no @Step", refusedStart(new CommonMistakes.Unmarked()));
  }

  @Test
  void aCreateWorkflowHasAProduct() throws IOException {
    PAGE.quotes("workflow without a product", refusedStart(new CommonMistakes.NoProduct()));
  }

  @Test
  void aNameIsOfOneWorkflow() throws IOException {
    PAGE.quotes("name used twice", refusedStart(new CommonMistakes.Twice()));
  }

  @Test
  void aParameterIsAKeyOfTheState() throws IOException {
    PAGE.quotes("key that nobody gave", failure(new CommonMistakes.MissingKey()));
  }

  @Test
  void aParameterHasTheTypeOfTheValue() throws IOException {
    PAGE.quotes("value of another type", failure(new CommonMistakes.WrongType()));
  }

  @Test
  void aPageIsMarkedAsOne() throws IOException {
    try (WorkflowRunner workflows = WorkflowRunner.of(new CommonMistakes.NoPage())) {
      PAGE.quotes(
          "page without its annotation",
          Objects.requireNonNull(
              catchThrowable(() -> workflows.runForm("task_sync_sites", Map.of("site", "ams")))
                  .getMessage()));
    }
  }

  @Test
  void whatIsInTheCodeIsInTheDatabase() throws IOException {
    PAGE.quotes(
        "not in the database",
        Objects.requireNonNull(catchThrowable(
                () -> WorkflowRunner.configured(it -> it.schema("orchestrator")
                    .catalogueMode(Registration.Mode.VERIFY)
                    .productTypes(Port.class)
                    .workflows(new Mistakes())))
            .getMessage()));
  }

  @Test
  void whatIsChangedIsReturned() throws IOException {
    PAGE.quotes("change that is not returned", mistake(port -> {
      port.port.remark = "used";
      return State.empty();
    }));
  }

  @Test
  void aStatusDemandsItsValues() throws IOException {
    PAGE.quotes("status without its values", mistake(port -> {
      port.port.inventoryId = null;
      return State.of("subscription", port);
    }));
  }

  private interface Change {
    State make(Port port);
  }

  private static String mistake(Change change) {
    Mistakes mistakes = new Mistakes();
    try (WorkflowRunner workflows =
        WorkflowRunner.configured(it -> it.productTypes(Port.class).workflows(mistakes))) {
      Port port = Fixtures.of(workflows.orchestrator())
          .subscription(Port.class)
          .of("Port 10G")
          .at(SubscriptionLifecycle.ACTIVE)
          .with(it -> it.port.portName = "ams-1")
          .with(it -> it.port.inventoryId = 1)
          .with(it -> it.description("Port ams-1"))
          .store();
      mistakes.next(it -> change.make((Port) it));
      return reason(workflows.run("make_mistake", subscription(port)));
    }
  }

  private static String failure(Object workflows) {
    try (WorkflowRunner runner = WorkflowRunner.of(workflows)) {
      return reason(runner.run("task_sync_sites"));
    }
  }

  private static String reason(ProcessResult result) {
    return Objects.requireNonNull(result.failedReason());
  }

  private static String refusedStart(Object workflows) {
    Throwable refused = catchThrowable(
        () -> WorkflowRunner.configured(it -> it.productTypes(Port.class).workflows(workflows)));
    assertThat(refused).isNotNull();
    return Objects.requireNonNull(refused.getMessage());
  }
}
