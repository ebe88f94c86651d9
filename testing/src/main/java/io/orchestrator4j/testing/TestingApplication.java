package io.orchestrator4j.testing;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.embedded.EmbeddedPostgres;
import io.orchestrator4j.value.Secrets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Turns an author's application into one for tests: a fresh schema in the throw-away PostgreSQL, a clock to be set, and
 * what runs workflows. Two of them are the same if they are for the same class of tests.
 */
record TestingApplication(Class<?> testClass) implements ContextCustomizer {

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    EmbeddedPostgres postgres = TestingPostgres.postgres();
    TestPropertyValues.of(
            "orchestrator.database.url=" + postgres.jdbcUrl(),
            "orchestrator.database.user=" + postgres.user(),
            "orchestrator.database.password=" + postgres.password(),
            "orchestrator.database.schema=" + TestingPostgres.freshSchema(),
            "orchestrator.schema=migrate",
            "orchestrator.catalogue=sync",
            "orchestrator.secrets.keys=" + Secrets.newKey(),
            "orchestrator.node.folder=" + TestingPostgres.nodes(),
            "orchestrator.web.port=0",
            "spring.main.banner-mode=off")
        .applyTo(context);
    SettableClock clock = SettableClock.at(Instant.now().truncatedTo(ChronoUnit.SECONDS));
    context.getBeanFactory().registerSingleton("testingClock", clock);
    // what closes them is the application, with its orchestrator
    register(context, WorkflowRunner.class, () -> WorkflowRunner.driving(orchestratorOf(context)));
    register(context, Fixtures.class, () -> Fixtures.of(orchestratorOf(context)));
  }

  private static Orchestrator orchestratorOf(ConfigurableApplicationContext context) {
    return context.getBean(Orchestrator.class);
  }

  private static <T> void register(
      ConfigurableApplicationContext context, Class<T> type, Supplier<T> supplier) {
    RootBeanDefinition definition = new RootBeanDefinition(type, supplier);
    definition.setDestroyMethodName("");
    ((BeanDefinitionRegistry) context.getBeanFactory())
        .registerBeanDefinition(type.getName(), definition);
  }
}
