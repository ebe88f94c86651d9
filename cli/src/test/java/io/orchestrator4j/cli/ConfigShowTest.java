package io.orchestrator4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.cli.Shell.Outcome;
import io.orchestrator4j.server.settings.Setting;
import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.value.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import tools.jackson.databind.JsonNode;

final class ConfigShowTest {

  @SpringBootApplication
  static class Application {}

  private final Shell shell = new Shell(Application.class);

  @Test
  void allSettingsAreShown() {
    Outcome outcome = shell.run("config", "show");

    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.results())
        .contains(Settings.table().stream().map(Setting::name).toList())
        .containsPattern("orchestrator.shutdown.grace +30s")
        .containsPattern("orchestrator.limits.state +16MB");
  }

  @Test
  void aValueSaysWhereItComesFrom(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("own.yaml"), """
        orchestrator:
          limits:
            body: 3MB
        """);

    JsonNode shown = Json.read(shell
        .run(
            "config",
            "show",
            "--json",
            "--port=9",
            "--set=spring.config.additional-location=" + file.toUri())
        .results());

    assertThat(shown.path("orchestrator.web.port").path("value").asString()).isEqualTo("9");
    assertThat(shown.path("orchestrator.web.port").path("origin").asString()).isEqualTo("option");
    assertThat(shown.path("orchestrator.limits.body").path("value").asString()).isEqualTo("3MB");
    assertThat(shown.path("orchestrator.limits.body").path("origin").asString())
        .contains("own.yaml")
        .contains("3:11");
    assertThat(shown.path("orchestrator.web.address").path("origin").asString()).isEmpty();
  }

  @Test
  void secretsAreMasked() {
    Outcome outcome = shell.run(
        "config",
        "show",
        "--database-password=rose",
        "--database-url=jdbc:postgresql://host/name?ssl=true&password=tulip&sslpassword=lily");

    assertThat(outcome.results())
        .containsPattern("orchestrator.database.password +\\*{6} +option")
        .contains("jdbc:postgresql://host/name?ssl=true&password=******&sslpassword=******")
        .doesNotContain("rose", "tulip", "lily");
  }

  @Test
  void aSecretThatIsNotSetIsNoMask() {
    assertThat(shell.run("config", "show").results()).doesNotContain("***");
  }

  @Test
  void aWrongKeyIsAFailureThatNamesTheRightOne() {
    Outcome outcome = shell.run("config", "show", "--set=orchestrator.web.prot=1");

    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.complaints()).contains("the nearest is orchestrator.web.port");
    assertThat(outcome.results()).isEmpty();
  }
}
