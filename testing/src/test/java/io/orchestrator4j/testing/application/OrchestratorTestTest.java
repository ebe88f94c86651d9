package io.orchestrator4j.testing.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.testing.OrchestratorTest;
import io.orchestrator4j.testing.ProcessResult;
import io.orchestrator4j.testing.SettableClock;
import io.orchestrator4j.testing.WorkflowRunner;
import io.orchestrator4j.testing.application.GreetingApplication.Greetings.SecretPage;
import io.orchestrator4j.testing.application.GreetingApplication.Mouth;
import io.orchestrator4j.testing.application.GreetingApplication.NamePage;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.context.ApplicationContext;

/** How an author's tests use the annotation. */
@OrchestratorTest
final class OrchestratorTestTest {

  private final WorkflowRunner workflows;
  private final Orchestrator orchestrator;

  OrchestratorTestTest(WorkflowRunner workflows, Orchestrator orchestrator) {
    this.workflows = workflows;
    this.orchestrator = orchestrator;
  }

  @Test
  void methodsTakeBeansBesidesWhatJunitGives(Mouth mouth, SettableClock clock, TestInfo test) {
    mouth.shut(true);
    ProcessResult failed = workflows.run("greet", Map.of("name", "Ann"));
    assertThat(failed).hasFailedAt("Greet by name").withMessageContaining("shut");

    mouth.shut(false);
    clock.advance(Duration.ofDays(10));
    ProcessResult suspended = workflows.retry(failed);

    assertThat(suspended)
        .isSuspendedAt("Approve")
        .hasState("greeting", "Hello, Ann")
        .hasState("times", 1)
        .hasState("day", clock.instant().toString().substring(0, 10));
    assertThat(test.getDisplayName()).isNotEmpty();
  }

  @Test
  void aPageMayBeItsRecord() {
    ProcessResult suspended = workflows.run("greet", new NamePage("Ann"));

    assertThat(workflows.resume(suspended, new NamePage("Bob"))).isCompleted().hasNoState("name");
  }

  @Test
  void aSecretIsEncryptedHereToo() {
    ProcessResult told = workflows.run("tell_secret", new SecretPage("abracadabra"));

    assertThat(told).isCompleted().hasState("letters", 11);
    assertThat(told.state().toTree().toString()).doesNotContain("abracadabra");
  }

  @Test
  void aProcessCanBeAborted() {
    assertThat(workflows.abort(workflows.run("greet", new NamePage("Ann")))).isAborted();
  }

  @Test
  void thereIsNoWebServer(ApplicationContext context) {
    assertThat(context.getEnvironment().containsProperty("local.server.port")).isFalse();
  }

  @Test
  void whatIsNotSoIsSaidWithTheTimelineOfTheProcess() {
    ProcessResult suspended = workflows.run("greet", new NamePage("Ann"));

    assertThatThrownBy(() -> assertThat(suspended).isCompleted())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Expected the status completed")
        .hasMessageContaining("Greet by name success\n  Approve suspend");
    assertThatThrownBy(() -> assertThat(suspended).isSuspendedAt("Greet by name"))
        .hasMessageContaining("found the step 'Approve'");
    assertThatThrownBy(() -> assertThat(suspended).hasFailedAt("Approve"))
        .hasMessageContaining("to have failed");
    assertThatThrownBy(() -> assertThat(suspended).hasState("greeting", "Hello, Bob"))
        .hasMessageContaining("\"Hello, Bob\" in the State, found \"Hello, Ann\"");
    assertThatThrownBy(() -> assertThat(suspended).hasState("gretting", "Hello, Ann"))
        .hasMessageContaining("'gretting' in the State, which has [")
        .hasMessageContaining("greeting");
    assertThatThrownBy(() -> assertThat(suspended).hasNoState("greeting"))
        .hasMessageContaining("no 'greeting'");
  }

  @Test
  void whatIsNoPageIsRefused() {
    assertThatThrownBy(() -> workflows.run("greet", "Ann"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found a java.lang.String");
  }

  @Nested
  final class Inside {

    @Test
    void nestedTestsHaveTheSameApplication(Orchestrator same) {
      assertThat(same).isSameAs(orchestrator);
    }
  }
}
