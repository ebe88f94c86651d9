package io.orchestrator4j.server.subscription;

import io.orchestrator4j.Orchestrator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Serves the subscriptions of the application's orchestrator. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public final class SubscriptionConfiguration {

  @Bean
  SubscriptionReads subscriptionReads(Orchestrator orchestrator) {
    return new SubscriptionReads(
        orchestrator.subscriptionStore(), orchestrator.startableWorkflows());
  }

  @Bean
  SubscriptionChanges subscriptionChanges(Orchestrator orchestrator) {
    return new SubscriptionChanges(orchestrator.subscriptionOperations());
  }

  @Bean
  HistoryReads historyReads(Orchestrator orchestrator) {
    return new HistoryReads(orchestrator.subscriptionStore());
  }

  @Bean
  SubscriptionListReads subscriptionListReads(Orchestrator orchestrator) {
    return new SubscriptionListReads(orchestrator.subscriptionStore().lists());
  }

  @Bean
  SearchReads searchReads(Orchestrator orchestrator) {
    return new SearchReads(orchestrator.subscriptionSearch());
  }
}
