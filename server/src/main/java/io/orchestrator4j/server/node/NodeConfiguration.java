package io.orchestrator4j.server.node;

import com.zaxxer.hikari.HikariDataSource;
import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.OrchestratorConfiguration;
import io.orchestrator4j.catalogue.Products;
import io.orchestrator4j.customer.CustomerInfo;
import io.orchestrator4j.customer.Customers;
import io.orchestrator4j.engine.Engine;
import io.orchestrator4j.lifecycle.Lifecycle;
import io.orchestrator4j.migration.MigrationLine;
import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.server.settings.WrongSettings;
import io.orchestrator4j.subscription.Subscriptions;
import io.orchestrator4j.value.ValueType;
import io.orchestrator4j.workflow.AppendedSteps;
import io.orchestrator4j.workflow.Workflows;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/** Starts the orchestrator with the application, and stops it before its connections go. */
@AutoConfiguration
@ConditionalOnMissingBean(Orchestrator.class)
public final class NodeConfiguration {

  @Bean
  static WorkflowsScan workflowsScan(Environment environment, ResourceLoader resources) {
    return new WorkflowsScan(environment, resources);
  }

  @Bean
  @ConditionalOnMissingBean
  DatabaseAddress orchestratorDatabase(Settings settings) {
    String url = settings.value(Settings.DATABASE_URL);
    if (url.isEmpty()) {
      throw new WrongSettings(List.of(
          "%s is not set, and no embedded PostgreSQL is in this application (artifact orchestrator4j-starter has it)"
              .formatted(Settings.DATABASE_URL.name())));
    }
    return new DatabaseAddress(
        url,
        settings.value(Settings.DATABASE_USER),
        settings.value(Settings.DATABASE_PASSWORD),
        "The database at " + url.replaceFirst("\\?.*", "").replaceFirst("//[^/]*@", "//"),
        false);
  }

  // no candidate for injection: an application may have data sources of its own
  @Bean(defaultCandidate = false)
  HikariDataSource orchestratorConnections(DatabaseAddress address, Settings settings) {
    return ConnectionPool.of(address, settings.value(Settings.DATABASE_CONNECTIONS));
  }

  /** What authors' classes are made with comes from here, before the orchestrator starts: each service is a bean below. */
  @Bean
  OrchestratorConfiguration orchestratorConfiguration(
      @Qualifier("orchestratorConnections") HikariDataSource connections,
      DatabaseAddress address,
      Settings settings,
      ObjectProvider<Clock> clock,
      AuthorModels models) {
    return Orchestrator.on(connections)
        .schema(settings.value(Settings.DATABASE_SCHEMA))
        .schemaMode(NodeSettings.schemaMode(settings, address))
        .catalogueMode(NodeSettings.catalogueMode(settings, address))
        .connections(settings.value(Settings.DATABASE_CONNECTIONS) + Engine.ownConnections())
        .clock(clock.getIfUnique(Clock::systemUTC))
        .options(NodeSettings.options(settings, address))
        .language(settings.value(Settings.LANGUAGE))
        .secrets(SecretKeys.of(settings, address))
        .productTypes(models.productTypes())
        .blocks(models.blocks());
  }

  @Bean
  AuthorModels authorModels(BeanFactory beans, Environment environment, ResourceLoader resources) {
    return AuthorModels.scan(beans, environment, resources);
  }

  // only commands on the database ask for it
  @Bean
  @Lazy
  MigrationLine migrationLine(
      BeanFactory beans, Environment environment, ResourceLoader resources) {
    return AuthorMigrations.scan(beans, environment, resources);
  }

  // only commands on the database ask for it
  @Bean
  @Lazy
  DatabaseCare databaseCare(
      OrchestratorConfiguration configuration,
      MigrationLine migrations,
      ListableBeanFactory beans) {
    return configuration
        .workflows(beans.getBeansWithAnnotation(Workflows.class).values())
        .database(migrations);
  }

  @Bean
  Products products(OrchestratorConfiguration configuration) {
    return configuration.products();
  }

  @Bean
  Subscriptions subscriptions(OrchestratorConfiguration configuration) {
    return configuration.subscriptions();
  }

  @Bean
  Lifecycle lifecycle(OrchestratorConfiguration configuration) {
    return configuration.lifecycle();
  }

  @Bean
  Orchestrator orchestrator(
      OrchestratorConfiguration configuration, Settings settings, ListableBeanFactory beans) {
    return configuration
        .customers(customers(settings, beans))
        .valueTypes(valueTypes(beans))
        .workflows(beans.getBeansWithAnnotation(Workflows.class).values())
        .append(beans.getBeanProvider(AppendedSteps.class).orderedStream().toList())
        .start();
  }

  private static Customers customers(Settings settings, ListableBeanFactory beans) {
    return beans
        .getBeanProvider(Customers.class)
        .getIfAvailable(() -> Customers.only(new CustomerInfo(
            settings.value(Settings.CUSTOMER_ID),
            settings.value(Settings.CUSTOMER_FULLNAME),
            settings.value(Settings.CUSTOMER_SHORTCODE))));
  }

  private static List<ValueType<?>> valueTypes(ListableBeanFactory beans) {
    List<ValueType<?>> types = new ArrayList<>();
    for (Object bean : beans.getBeansOfType(ValueType.class).values()) {
      if (bean instanceof ValueType<?> type) {
        types.add(type);
      }
    }
    return types;
  }
}
