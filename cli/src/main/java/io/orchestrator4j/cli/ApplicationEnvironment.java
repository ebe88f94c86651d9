package io.orchestrator4j.cli;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringApplicationRunListener;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.core.env.ConfigurableEnvironment;

/** The configuration of an application, read as its start would read it, without starting it. */
final class ApplicationEnvironment {

  private ApplicationEnvironment() {}

  static ConfigurableEnvironment of(Class<?> application, String... arguments) {
    AtomicReference<@Nullable ConfigurableEnvironment> prepared = new AtomicReference<>();
    SpringApplicationRunListener listener = new SpringApplicationRunListener() {
      @Override
      public void environmentPrepared(
          ConfigurableBootstrapContext context, ConfigurableEnvironment environment) {
        prepared.set(environment);
        throw new SpringApplication.AbandonedRunException();
      }
    };
    try {
      SpringApplication.withHook(
          _ -> listener, () -> RunCommand.spring(application).run(arguments));
    } catch (SpringApplication.AbandonedRunException _) {
      // the start went as far as it should
    }
    ConfigurableEnvironment environment = prepared.get();
    if (environment == null) {
      throw new IllegalStateException(
          "The configuration of %s was not read".formatted(application.getName()));
    }
    return environment;
  }
}
