package io.orchestrator4j.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orchestrator4j.definition.DefinitionException;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An author's class that was compiled without {@code -parameters}, and is in another jar. */
final class CompiledWithoutParametersTest {

  private static final String SOURCE = """
      import io.orchestrator4j.workflow.*;
      import static io.orchestrator4j.workflow.Steps.*;
      @Workflows
      class Foreign {
        @Task("Foreign")
        StepList foreign() { return begin().then(this::greet); }
        @Step("Greet")
        private void greet(String name) {}
      }
      """;

  @TempDir
  private Path folder;

  @Test
  void isRefusedWithTheLineToAdd() throws Exception {
    assertThatThrownBy(() -> DefinedWorkflows.of(List.of(compiled())))
        .isInstanceOf(DefinitionException.class)
        .hasMessageContainingAll(
            "Foreign.greet: its parameters have no names",
            "<parameters>true</parameters>",
            "Gradle");
  }

  @Test
  void isFineWithIt() throws Exception {
    assertThat(DefinedWorkflows.of(List.of(compiled("-parameters"))).named("foreign"))
        .isPresent();
  }

  private Object compiled(String... options) throws Exception {
    Path source = Files.writeString(folder.resolve("Foreign.java"), SOURCE);
    List<String> arguments = new java.util.ArrayList<>(List.of(
        "-d",
        folder.toString(),
        "-proc:none",
        "-cp",
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
        source.toString()));
    arguments.addAll(0, List.of(options));
    assertThat(ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      Constructor<?> constructor = loader.loadClass("Foreign").getDeclaredConstructor();
      constructor.setAccessible(true);
      return constructor.newInstance();
    }
  }
}
