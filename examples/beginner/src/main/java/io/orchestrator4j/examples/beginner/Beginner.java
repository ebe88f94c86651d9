package io.orchestrator4j.examples.beginner;

import io.orchestrator4j.cli.OrchestratorApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The example's application. */
// tag::main
@SpringBootApplication
public class Beginner {

  public static void main(String[] arguments) {
    OrchestratorApplication.run(Beginner.class, arguments);
  }
}
// end::main
