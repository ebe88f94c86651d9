package io.orchestrator4j.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.ContextCustomizerFactories;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * Marks a class of tests for which the application is started: once for the class and those nested in it, on a schema
 * of its own in {@link TestingPostgres}, with a clock that stands still until a test moves it, and without a web server
 * unless asked. Test methods and constructors take the application's beans as parameters, and beside them
 * {@link WorkflowRunner} and {@link SettableClock}.
 *
 * <p>The application is the class marked {@code @SpringBootApplication} in the test's package or the nearest above. All
 * that Spring Boot's own tests know holds here, too: {@code @TestPropertySource}, {@code @TestConfiguration} and the
 * rest.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest
@TestConstructor(autowireMode = AutowireMode.ALL)
@ContextCustomizerFactories(TestingApplicationFactory.class)
@TestExecutionListeners(listeners = ApplicationEnd.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
@ExtendWith(BeanParameters.class)
public @interface OrchestratorTest {

  /** The application's class, or configurations to start instead; by default it is looked for. */
  @AliasFor(annotation = SpringBootTest.class)
  Class<?>[] classes() default {};

  /** Settings for these tests, as in {@code "shop.inventory.url=http://localhost:1"}. */
  @AliasFor(annotation = SpringBootTest.class)
  String[] properties() default {};

  /** {@link WebEnvironment#RANDOM_PORT} starts the web server, too, on a free port. */
  @AliasFor(annotation = SpringBootTest.class)
  WebEnvironment webEnvironment() default WebEnvironment.NONE;
}
