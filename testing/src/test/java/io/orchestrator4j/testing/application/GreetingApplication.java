package io.orchestrator4j.testing.application;

import io.orchestrator4j.form.Form;
import io.orchestrator4j.form.FormPage;
import io.orchestrator4j.form.Password;
import io.orchestrator4j.workflow.InputStep;
import io.orchestrator4j.workflow.State;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Steps;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An author's application that is tested. */
@SpringBootApplication(proxyBeanMethods = false)
class GreetingApplication {

  @Bean
  Mouth mouth() {
    return new Mouth();
  }

  /** What greets; it may be shut. */
  static final class Mouth {

    private final AtomicBoolean shut = new AtomicBoolean();

    void shut(boolean isShut) {
      shut.set(isShut);
    }

    String say(String words) {
      Steps.verify(!shut.get(), "The mouth is shut");
      return words;
    }
  }

  @FormPage
  record NamePage(String name) {}

  @Workflows
  record Greetings(Mouth mouth, Clock clock) {

    @Task("Greet")
    StepList greet() {
      return Steps.begin(this::askName).then(this::greetByName).then(this::approve);
    }

    NamePage askName(Form form) {
      return form.ask(NamePage.class, page -> page.title("Who is it?"));
    }

    @Step("Greet by name")
    State greetByName(String name) {
      return State.of(
          "greeting", mouth.say("Hello, " + name), "day", LocalDate.now(clock), "times", 1L);
    }

    @FormPage
    record SecretPage(@Password String word) {}

    @Task("Tell a secret")
    StepList tellSecret() {
      return Steps.begin(this::askSecret).then(this::tell);
    }

    SecretPage askSecret(Form form) {
      return form.ask(SecretPage.class);
    }

    @Step("Tell")
    State tell(String word) {
      return State.of("letters", mouth.say(word).length());
    }

    @InputStep("Approve")
    State approve(Form form) {
      return State.of(form.ask(NamePage.class)).without("name");
    }
  }
}
