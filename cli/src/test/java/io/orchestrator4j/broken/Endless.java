package io.orchestrator4j.broken;

import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.StepList;
import io.orchestrator4j.workflow.Steps;
import io.orchestrator4j.workflow.Workflow;
import io.orchestrator4j.workflow.Workflows;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application whose only workflow has no end. */
@SpringBootApplication
public class Endless {

  @Workflows
  record Chains() {

    @Workflow("Without an end")
    StepList withoutAnEnd() {
      return Steps.init().then(this::step);
    }

    @Step("A step")
    void step() {}
  }
}
