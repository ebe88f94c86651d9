package io.orchestrator4j.server.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.server.TestingDatabase;
import io.orchestrator4j.server.TestingServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

final class HealthTest {

  @SpringBootConfiguration
  @EnableAutoConfiguration
  static class Application {

    @Bean
    Orchestrator orchestrator() {
      return Orchestrator.on(TestingDatabase.dataSource())
          .schema(TestingDatabase.freshSchema())
          .start();
    }
  }

  @Test
  void aServerThatWorksSaysSoAndWhatItIs() {
    try (TestingServer server = TestingServer.startOrchestrated(Application.class)) {
      assertThat(server.get("/api/health/").text()).isEqualTo("\"OK\"");
      assertThat(server.get("/api/health").text()).isEqualTo("\"OK\"");
      assertThat(server.get("/").text()).isEqualTo("\"Orchestrator4j\"");
    }
  }
}
