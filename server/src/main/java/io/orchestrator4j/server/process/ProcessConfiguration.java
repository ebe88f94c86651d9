package io.orchestrator4j.server.process;

import io.orchestrator4j.Orchestrator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Serves the processes of the application's orchestrator. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@Import(RefusalAnswers.class)
public final class ProcessConfiguration {

  @Bean
  ProcessOperations processOperations(Orchestrator orchestrator) {
    return new ProcessOperations(orchestrator);
  }

  @Bean
  AuditReads auditReads(Orchestrator orchestrator) {
    return new AuditReads(orchestrator);
  }

  @Bean
  ProcessReads processReads(Orchestrator orchestrator) {
    return new ProcessReads(orchestrator);
  }
}
