package io.orchestrator4j.server.node;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.scanned.application.Application;
import io.orchestrator4j.workflow.Workflows;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.ResourceLoader;

final class WorkflowsScanTest {

  static class Scan {

    @Bean
    static WorkflowsScan scan(Environment environment, ResourceLoader resources) {
      return new WorkflowsScan(environment, resources);
    }
  }

  @Test
  void workflowsAreFoundInTheApplicationAndInPlugInsOnceEach(@TempDir Path plugIn)
      throws Exception {
    Path list = plugIn.resolve(WorkflowsScan.PLUG_INS);
    Files.createDirectories(list.getParent());
    Files.writeString(list, "# what the jar has\nio.orchestrator4j.scanned.plugin  # all of it\n");

    try (URLClassLoader loader =
            new URLClassLoader(new URL[] {plugIn.toUri().toURL()}, getClass().getClassLoader());
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
            .sources(Scan.class)
            .resourceLoader(new DefaultResourceLoader(loader))
            .web(WebApplicationType.NONE)
            .run("--spring.main.banner-mode=off")) {
      assertThat(context.getBeansWithAnnotation(Workflows.class).values())
          .extracting(Object::toString)
          .anyMatch(text -> text.equals("Injected[client=Client[name=of the application]]"))
          .anyMatch(text -> text.equals("Plugin[client=Client[name=of the application]]"))
          .anyMatch(text -> text.equals("Made[how=by hand]"))
          .anyMatch(text -> text.contains("Marked@"))
          .hasSize(4);
    }
  }
}
