package io.orchestrator4j.cli;

import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.server.node.DatabaseAddress;
import io.orchestrator4j.server.node.NodeConfiguration;
import io.orchestrator4j.server.settings.Settings;
import java.nio.file.Path;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Runs PostgreSQL for an application that has no database; it ends after all that uses it. */
@AutoConfiguration(before = NodeConfiguration.class)
@Conditional(EmbeddedDatabase.NoneConfigured.class)
public final class EmbeddedDatabase {

  @Bean
  EmbeddedPostgres embeddedPostgres(Settings settings) {
    return EmbeddedPostgres.start(Path.of(settings.value(Settings.DATABASE_FOLDER)));
  }

  @Bean
  DatabaseAddress embeddedAddress(EmbeddedPostgres postgres) {
    return new DatabaseAddress(
        postgres.jdbcUrl(),
        postgres.user(),
        postgres.password(),
        "embedded PostgreSQL %s in %s".formatted(postgres.version(), postgres.dataFolder()),
        true);
  }

  /** Holds where {@code orchestrator.database.url} is not set. */
  static final class NoneConfigured implements Condition {

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
      return context
          .getEnvironment()
          .getProperty(Settings.DATABASE_URL.name(), "")
          .isEmpty();
    }
  }
}
