package io.orchestrator4j.scanned.application;

import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Steps;
import io.orchestrator4j.workflow.Task;
import io.orchestrator4j.workflow.Workflows;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** An author's application that has workflows in all the ways in which they can be there. */
@SpringBootApplication(
    excludeName = {
      "io.orchestrator4j.server.node.NodeConfiguration",
      "io.orchestrator4j.server.process.ProcessConfiguration",
      "io.orchestrator4j.server.health.HealthConfiguration"
    })
public class Application {

  /** The author's own client. */
  public record Client(String name) {}

  @Bean
  Client client() {
    return new Client("of the application");
  }

  @Bean
  Made made() {
    return new Made("by hand");
  }
}

@Workflows
record Injected(Application.Client client) {

  @Task("Do nothing")
  StepList doNothing() {
    return Steps.begin();
  }
}

@Component
@Workflows
final class Marked {}

@Workflows
record Made(String how) {}
