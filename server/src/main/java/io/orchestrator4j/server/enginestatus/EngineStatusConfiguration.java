package io.orchestrator4j.server.enginestatus;

import io.orchestrator4j.Orchestrator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Serves the status of the engine of the application's orchestrator. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class EngineStatusConfiguration {

  @Bean
  EngineStatusRoutes engineStatusRoutes(Orchestrator orchestrator) {
    return new EngineStatusRoutes(orchestrator);
  }
}
