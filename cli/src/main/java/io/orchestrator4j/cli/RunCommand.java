package io.orchestrator4j.cli;

import io.orchestrator4j.cli.terminal.ExitCode;
import io.orchestrator4j.cli.terminal.Terminal;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;

@Command(
    name = "run",
    sortOptions = false,
    abbreviateSynopsis = true,
    description =
        "Run the server until it is stopped. Each option is a setting, which can also stand"
            + " in application.yaml or in an environment variable.")
final class RunCommand implements Callable<Integer> {

  /** What an author's application.yaml can say otherwise. */
  private static final Map<String, Object> DEFAULTS = Map.of(
      "spring.main.banner-mode", "off",
      "spring.main.log-startup-info", "false",
      "logging.level.root", "warn",
      "logging.level.io.orchestrator4j", "info",
      "logging.level.org.springdoc", "error",
      // connections that the node throws away are no accident; what matters about them it says
      // itself
      "logging.level.com.zaxxer.hikari.pool.ProxyConnection", "error",
      // what is wrong with a start is said by StartFailureReport, once
      "logging.level.org.springframework.boot.diagnostics", "off",
      "logging.level.org.springframework.boot.web.server.servlet.context", "error");

  private final Class<?> application;
  private final SettingOptions settings;
  private final Terminal terminal;

  RunCommand(Class<?> application, SettingOptions settings, Terminal terminal) {
    this.application = application;
    this.settings = settings;
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    CountDownLatch closed = new CountDownLatch(1);
    SpringApplication spring = spring(application);
    spring.addListeners((ContextClosedEvent _) -> closed.countDown());
    ConfigurableApplicationContext context;
    try {
      context = spring.run(settings.arguments());
    } catch (SpringApplication.AbandonedRunException e) {
      throw e;
    } catch (RuntimeException _) {
      // it has been said why: by StartFailureReport, or by Spring Boot where nobody expected it
      return ExitCode.FAILED.code();
    }
    ReadyMessage.of(context).print(terminal);
    try {
      closed.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  /** The application as all commands configure it. */
  static SpringApplication spring(Class<?> application) {
    SpringApplication spring = new SpringApplication(application);
    spring.setDefaultProperties(DEFAULTS);
    return spring;
  }
}
