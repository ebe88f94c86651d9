package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.broken.Endless;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What "generate project" writes, and what it refuses. That it builds and starts is tested in its own module. */
final class GenerateProjectTest {

  private final Shell shell = new Shell(Endless.class);

  @TempDir
  private Path folder;

  private Shell.Outcome generate(String... words) {
    return shell.run(Stream.concat(
            Stream.of("generate", "project", "--into", folder.toString()), Stream.of(words))
        .toArray(String[]::new));
  }

  @Test
  void allFilesAreThereAndNothingIsLeftToFillIn() throws IOException {
    Shell.Outcome outcome = generate("my-shop", "--package", "net.example.shop");

    assertThat(outcome.exitCode()).as(outcome.complaints()).isZero();
    Path project = folder.resolve("my-shop");
    assertThat(outcome.results()).contains("Wrote " + project, "./orchestrator");
    List<String> files = files(project);
    assertThat(files)
        .contains(
            ".gitignore",
            ".mvn/wrapper/maven-wrapper.properties",
            "README.md",
            "launcher/jdk.bash",
            "mvnw",
            "orchestrator",
            "pom.xml",
            "src/main/java/net/example/shop/MyShopApplication.java",
            "src/main/java/net/example/shop/SiteWorkflows.java",
            "src/test/java/net/example/shop/SiteWorkflowsTest.java")
        .anyMatch(file -> file.matches(
            "src/main/java/net/example/shop/migrations/V\\d{8}_\\d{4}__AddSites.java"));
    for (String file : files) {
      if (!file.startsWith("mvnw") && !file.startsWith("launcher")) {
        assertThat(Files.readString(project.resolve(file)))
            .as(file)
            .doesNotContainPattern("@[a-z-]+@");
      }
    }
    assertThat(project.resolve("orchestrator")).isExecutable();
    assertThat(project.resolve("mvnw")).isExecutable();
    assertThat(Files.readString(project.resolve("pom.xml")))
        .contains(
            "<mainClass>net.example.shop.MyShopApplication</mainClass>",
            "<orchestrator4j.version>" + VersionCommand.version() + "</orchestrator4j.version>")
        .doesNotContainPattern("\\$\\{(?!orchestrator4j\\.version)");
  }

  @Test
  void whatIsThereStaysAsItIs() throws IOException {
    Path there = Files.createDirectory(folder.resolve("shop"));
    Files.writeString(there.resolve("pom.xml"), "mine");

    Shell.Outcome outcome = generate("shop");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains(there + " is there already, and stays as it is");
    assertThat(files(there)).containsExactly("pom.xml");
    assertThat(Files.readString(there.resolve("pom.xml"))).isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Shop", "my_shop", "-shop", "shop-", "7shop", "../shop", "my shop"})
  void aNameThatIsNoneIsRefused(String name) throws IOException {
    Shell.Outcome outcome = generate("--", name);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints()).contains("is no name of a project", "as in my-shop");
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aFolderThatIsEmptyIsTaken() throws IOException {
    Files.createDirectory(folder.resolve("shop"));

    assertThat(generate("shop").exitCode()).isZero();
    assertThat(folder.resolve("shop/pom.xml")).exists();
  }

  // Maven knows no group with an a-umlaut or a $, and Java loads no classes of java.shop
  @ParameterizedTest
  @ValueSource(
      strings = {
        "net.new.shop",
        "Net.shop",
        "net..shop",
        "net.ex\u00e4mple",
        "net.a$b",
        "java.shop",
        "io.orchestrator4j.shop",
        "a/b"
      })
  void aPackageThatIsNoneIsRefused(String name) throws IOException {
    Shell.Outcome outcome = generate("shop", "--package", name);

    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.complaints()).contains(name, "com.example.shop");
    assertThat(files(folder)).isEmpty();
  }

  @Test
  void aNameThatIsAWordOfJavaNeedsAPackage() {
    assertThat(generate("new").complaints()).contains("com.example.new is none", "--package");
    assertThat(generate("new", "--package", "net.example.fresh").exitCode()).isZero();
  }

  private static List<String> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
