package io.orchestrator4j.server.translation;

import io.orchestrator4j.Orchestrator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Serves the translations of the application's orchestrator. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class TranslationConfiguration {

  @Bean
  TranslationRoutes translationRoutes(Orchestrator orchestrator) {
    return new TranslationRoutes(orchestrator);
  }
}
