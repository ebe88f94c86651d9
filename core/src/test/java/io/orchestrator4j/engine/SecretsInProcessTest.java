package io.orchestrator4j.engine;

import static io.orchestrator4j.engine.EngineFixture.ANN;
import static io.orchestrator4j.engine.EngineFixture.complete;
import static io.orchestrator4j.engine.EngineFixture.pages;
import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.TestingDatabase;
import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Password;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.process.ProcessStatus;
import io.orchestrator4j.value.Secret;
import io.orchestrator4j.value.Secrets;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What somebody entered as a password reaches the steps that take it, and nobody else. */
final class SecretsInProcessTest {

  private static final String WORD = "correct horse battery staple";

  @FormPage
  record LoginPage(String username, @Password String password) {}

  @Workflows
  static final class Logins {

    final ConcurrentLinkedQueue<String> received = new ConcurrentLinkedQueue<>();

    @Task("Log in")
    StepList logIn() {
      return begin(this::ask)
          .then(this::takesTheText)
          .then(this::takesThePage)
          .then(this::passesOn)
          .then(this::takesWhatWasPassedOn);
    }

    LoginPage ask(Form form) {
      return form.ask(LoginPage.class);
    }

    @Step("Takes the text")
    void takesTheText(String password) {
      received.add(password);
    }

    @Step("Takes the page")
    void takesThePage(LoginPage page) {
      received.add(page.password());
    }

    @Step("Passes it on")
    State passesOn(Secret password) {
      return State.of("deep", Map.of("tokens", List.of(password)));
    }

    record Deep(List<Secret> tokens) {}

    @Step("Takes what was passed on")
    void takesWhatWasPassedOn(Deep deep) {
      received.add(deep.tokens().getFirst().text());
    }
  }

  @Test
  void aPasswordReachesStepsAndNobodyElse() throws InterruptedException {
    String schema = TestingDatabase.freshSchema();
    Logins logins = new Logins();
    try (Orchestrator orchestrator = Orchestrator.on(TestingDatabase.dataSource())
        .schema(schema)
        .secrets(Secrets.withKeys(List.of(Secrets.newKey())))
        .workflows(logins)
        .start()) {
      ProcessId processId = complete(orchestrator
          .operations()
          .start(
              ANN,
              "log_in",
              pages("{\"username\": \"ann\", \"password\": \"%s\"}".formatted(WORD))));
      assertThat(orchestrator.engine().await(processId, Duration.ofSeconds(20))).isTrue();

      ProcessDetail detail = orchestrator.reader().detail(processId);
      assertThat(detail.process().progress().failedReason()).isNull();
      assertThat(detail.process().status()).isEqualTo(ProcessStatus.COMPLETED);
      assertThat(logins.received).containsExactly(WORD, WORD, WORD);
      assertThat(detail.timeline().state().path("password").stringValue()).isEqualTo(Secret.MASK);
      assertThat(detail.timeline().toString()).doesNotContain(WORD).doesNotContain("$secret");
      assertThat(stored(schema)).isNotEmpty().noneMatch(text -> text.contains(WORD));
    }
  }

  private static List<String> stored(String schema) {
    return Jdbi.create(TestingDatabase.dataSource())
        .withHandle(handle -> handle
            .createQuery("select delta::text || coalesce(snapshot::text, '') from " + schema
                + ".process_steps")
            .mapTo(String.class)
            .list());
  }

  @Test
  void aPageWithAPasswordNeedsAKey() {
    assertThatThrownBy(() -> Orchestrator.on(TestingDatabase.dataSource())
            .schema(TestingDatabase.freshSchema())
            .workflows(new Logins())
            .start())
        .isInstanceOf(DefinitionException.class)
        .hasMessageContaining("LoginPage.password")
        .hasMessageContaining("orchestrator.secrets.keys");
  }
}
