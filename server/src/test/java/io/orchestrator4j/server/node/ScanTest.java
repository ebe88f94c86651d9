package io.orchestrator4j.server.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.definition.DefinitionException;
import io.orchestrator4j.scanned.application.Application;
import io.orchestrator4j.scanned.wrong.Wrong;
import io.orchestrator4j.workflow.Workflows;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

/** What is found in the authors' packages. */
final class ScanTest {

  @TempDir
  private Path plugIn;

  static class Scan {

    @Bean
    static WorkflowsScan scan(Environment environment, ResourceLoader resources) {
      return new WorkflowsScan(environment, resources);
    }

    @Bean
    AuthorModels models(BeanFactory beans, Environment environment, ResourceLoader resources) {
      return AuthorModels.scan(beans, environment, resources);
    }
  }

  @BeforeEach
  void namePackagesOfAPlugIn() throws IOException {
    Path list = plugIn.resolve(AuthorPackages.PLUG_INS);
    Files.createDirectories(list.getParent());
    Files.writeString(list, "# what the jar has\nio.orchestrator4j.scanned.plugin  # all of it\n");
  }

  @Test
  void workflowsAreFoundInTheApplicationAndInPlugInsOnceEach() throws IOException {
    try (URLClassLoader loader = withPlugIn();
        ConfigurableApplicationContext context = scanned(Application.class, loader)) {
      assertThat(context.getBeansWithAnnotation(Workflows.class).values())
          .extracting(Object::toString)
          .anyMatch(text -> text.equals("Injected[client=Client[name=of the application]]"))
          .anyMatch(text -> text.equals("Plugin[client=Client[name=of the application]]"))
          .anyMatch(text -> text.equals("Made[how=by hand]"))
          .anyMatch(text -> text.contains("Marked@"))
          .hasSize(4);
    }
  }

  @Test
  void productTypesAndBlocksAreFoundInTheApplicationAndInPlugIns() throws IOException {
    try (URLClassLoader loader = withPlugIn();
        ConfigurableApplicationContext context = scanned(Application.class, loader)) {
      AuthorModels models = context.getBean(AuthorModels.class);

      assertThat(models.productTypes()).extracting(Class::getSimpleName).containsExactly("Line");
      assertThat(models.blocks())
          .extracting(Class::getSimpleName)
          .containsExactly("CableBlock", "RadioBlock");
    }
  }

  @Test
  void aMarkedClassThatExtendsNothingIsNamed() throws IOException {
    try (URLClassLoader loader = withPlugIn()) {
      assertThatThrownBy(() -> scanned(Wrong.class, loader))
          .rootCause()
          .isInstanceOf(DefinitionException.class)
          .hasMessageContaining(
              "Nothing: it is marked @ProductType and does not extend SubscriptionModel. Extend it, or take the mark away.")
          .hasMessageContaining(
              "Piece: it is marked @ProductBlock and does not extend ProductBlockModel");
    }
  }

  private URLClassLoader withPlugIn() throws IOException {
    return new URLClassLoader(new URL[] {plugIn.toUri().toURL()}, getClass().getClassLoader());
  }

  private static ConfigurableApplicationContext scanned(Class<?> application, ClassLoader loader) {
    return new SpringApplicationBuilder(application)
        .sources(Scan.class)
        .resourceLoader(new DefaultResourceLoader(loader))
        .web(WebApplicationType.NONE)
        .run("--spring.main.banner-mode=off");
  }
}
