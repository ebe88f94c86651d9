package io.orchestrator4j.server.settings;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Reads the settings before any bean exists, so that a wrong one opens no database and no port; and is their bean. */
final class SettingsInitializer
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    context
        .getBeanFactory()
        .registerSingleton("orchestratorSettings", Settings.read(context.getEnvironment()));
  }
}
