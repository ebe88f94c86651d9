package io.orchestrator4j.server.process;

import static io.orchestrator4j.workflow.Steps.begin;
import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.embedded.EmbeddedOptions;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.workflow.AppendedSteps;
import io.orchestrator4j.workflow.Step;
import io.orchestrator4j.workflow.Target;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** Beans that add steps to every workflow of a target, in the order of the beans. */
final class AppendedStepsTest {

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    @Order(2)
    AppendedSteps last() {
      return new AppendedSteps(Target.SYSTEM, begin().then(AppendedStepsTest::report));
    }

    @Bean
    @Order(1)
    AppendedSteps first() {
      return new AppendedSteps(Target.SYSTEM, begin().then(AppendedStepsTest::count));
    }
  }

  @Step("Count")
  static void count() {}

  @Step("Report it")
  static void report() {}

  @Test
  void followTheAuthorsOwn(@TempDir Path folder) {
    try (EmbeddedPostgres postgres =
            EmbeddedPostgres.start(folder, EmbeddedOptions.DEFAULT.withDurable(false));
        ProcessServer server = ProcessServer.start(
            Application.class,
            "orchestrator.database.url=" + postgres.jdbcUrl(),
            "orchestrator.database.user=" + postgres.user(),
            "orchestrator.database.password=" + postgres.password(),
            "orchestrator.schema=migrate",
            "orchestrator.catalogue=sync")) {
      String id = server.run("acting");

      assertThat(server.steps(id))
          .containsExactly(
              "Start success",
              "Act success",
              "Count success",
              "Report it success",
              "Done complete");
    }
  }
}
