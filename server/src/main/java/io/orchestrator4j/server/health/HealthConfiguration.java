package io.orchestrator4j.server.health;

import io.orchestrator4j.Orchestrator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Serves what load balancers and people ask first. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class HealthConfiguration {

  @Bean
  HealthRoutes healthRoutes(Orchestrator orchestrator) {
    return new HealthRoutes(orchestrator);
  }
}
