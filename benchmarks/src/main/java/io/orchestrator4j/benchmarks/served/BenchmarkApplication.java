package io.orchestrator4j.benchmarks.served;

import io.orchestrator4j.benchmarks.jvm.OtherJvm;
import io.orchestrator4j.benchmarks.node.FiveSteps;
import io.orchestrator4j.cli.OrchestratorApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** An author's application with one workflow, in the configuration that a server has by default. */
@SpringBootApplication(proxyBeanMethods = false)
public class BenchmarkApplication {

  /** The command line of a server, which ends with the program that started it. */
  public static void main(String[] arguments) {
    OtherJvm.endWithInput();
    OrchestratorApplication.run(BenchmarkApplication.class, arguments);
  }

  @Bean
  FiveSteps fiveSteps() {
    return new FiveSteps();
  }
}
