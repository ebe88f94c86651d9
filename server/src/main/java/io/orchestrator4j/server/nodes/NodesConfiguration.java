package io.orchestrator4j.server.nodes;

import io.orchestrator4j.Orchestrator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Serves the nodes on the database of the application's orchestrator. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class NodesConfiguration {

  @Bean
  NodesRoutes nodesRoutes(Orchestrator orchestrator) {
    return new NodesRoutes(orchestrator);
  }
}
