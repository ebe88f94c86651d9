package io.orchestrator4j.server.product;

import io.orchestrator4j.Orchestrator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Serves the catalogue of the application's orchestrator. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class ProductConfiguration {

  @Bean
  ProductRoutes productRoutes(Orchestrator orchestrator) {
    return new ProductRoutes(orchestrator.catalogue(), orchestrator.catalogueEdits());
  }

  @Bean
  DescriptionRoutes descriptionRoutes(Orchestrator orchestrator) {
    return new DescriptionRoutes(orchestrator.catalogue(), orchestrator.catalogueEdits());
  }
}
