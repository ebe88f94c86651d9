package io.orchestrator4j.cli;

import io.orchestrator4j.DatabaseCare;
import io.orchestrator4j.catalogue.CatalogueMismatch;
import io.orchestrator4j.cli.db.DatabaseAccess;
import io.orchestrator4j.cli.terminal.CommandFailure;
import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.embedded.EmbeddedPostgresFailure;
import io.orchestrator4j.migration.MigrationLine;
import io.orchestrator4j.migration.MigrationRefused;
import io.orchestrator4j.server.node.DatabaseUnreachable;
import io.orchestrator4j.server.settings.WrongSettings;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.subscription.SaveRefused;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;

/** Opens the database as {@code run} would, without starting anything that works on it. */
final class ApplicationDatabase implements DatabaseAccess {

  private final Class<?> application;
  private final SettingOptions settings = new SettingOptions();

  ApplicationDatabase(Class<?> application) {
    this.application = application;
  }

  @Override
  public <T> T with(Function<DatabaseCare, T> work) {
    return withBean(DatabaseCare.class, work);
  }

  @Override
  public <T> T withMigrations(Function<MigrationLine, T> work) {
    return withBean(MigrationLine.class, work);
  }

  private <B, T> T withBean(Class<B> type, Function<B, T> work) {
    SpringApplication spring = RunCommand.spring(application);
    spring.setWebApplicationType(WebApplicationType.NONE);
    // nothing is made but what is asked for: no node, no server
    spring.setLazyInitialization(true);
    try (ConfigurableApplicationContext context = spring.run(settings.arguments())) {
      return work.apply(context.getBean(type));
    } catch (CommandFailure | SpringApplication.AbandonedRunException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  private static RuntimeException failure(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (isForPeople(cause)) {
        return new CommandFailure(ExitCode.FAILED, String.valueOf(cause.getMessage()));
      }
    }
    return thrown;
  }

  private static boolean isForPeople(Throwable cause) {
    return switch (cause) {
      case MigrationRefused _,
          SchemaMismatch _,
          CatalogueMismatch _,
          DefinitionException _,
          WrongSettings _,
          DatabaseUnreachable _,
          DatabaseUnavailable _,
          StatementRefused _,
          SaveRefused _,
          EmbeddedPostgresFailure _ -> true;
      default -> false;
    };
  }

  @Override
  public CommandSpec addOptions(CommandSpec command) {
    return settings.addTo(command);
  }

  @Override
  public String applicationPackage() {
    return application.getPackageName();
  }
}
