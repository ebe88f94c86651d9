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
import io.orchestrator4j.server.node.DatabaseAddress;
import io.orchestrator4j.server.node.DatabaseUnreachable;
import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.server.settings.WrongSettings;
import io.orchestrator4j.store.DatabaseUnavailable;
import io.orchestrator4j.store.SchemaMismatch;
import io.orchestrator4j.store.StatementRefused;
import io.orchestrator4j.subscription.SaveRefused;
import io.orchestrator4j.transfer.TransferRefused;
import java.util.function.Function;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Model.CommandSpec;

/** Opens the database as {@code run} would, without starting anything that works on it. */
final class ApplicationDatabase implements DatabaseAccess {

  private static final String TO_REACH =
      "Start it, or correct %s, %s and %s ('config show' has them)"
          .formatted(
              Settings.DATABASE_URL.name(),
              Settings.DATABASE_USER.name(),
              Settings.DATABASE_PASSWORD.name());

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
      return worked(context, type, work);
    } catch (CommandFailure | SpringApplication.AbandonedRunException e) {
      throw e;
    } catch (RuntimeException e) {
      throw failure(e);
    }
  }

  private static <B, T> T worked(
      ConfigurableApplicationContext context, Class<B> type, Function<B, T> work) {
    try {
      return work.apply(context.getBean(type));
    } catch (DatabaseUnavailable e) {
      // a server would try again; a command is over
      throw new CommandFailure(
          ExitCode.FAILED,
          "%s was lost in the middle: %s. Look with 'db check' how far it came. %s"
              .formatted(context.getBean(DatabaseAddress.class), e.reason(), TO_REACH));
    }
  }

  private static RuntimeException failure(RuntimeException thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof DatabaseUnreachable) {
        return new CommandFailure(
            ExitCode.FAILED, "%s. %s".formatted(cause.getMessage(), TO_REACH));
      }
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
          DatabaseUnavailable _,
          StatementRefused _,
          TransferRefused _,
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

  @Override
  public String applicationRelease() {
    return VersionCommand.version();
  }
}
