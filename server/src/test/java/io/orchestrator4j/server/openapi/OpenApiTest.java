package io.orchestrator4j.server.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.server.TestingServer;
import io.orchestrator4j.server.TestingServer.Answer;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

final class OpenApiTest {

  private static TestingServer server;

  @SpringBootApplication
  static class Application {

    @RestController
    static class Controller {

      @PostMapping("/api/things/{name}")
      ResponseEntity<JsonNode> start(@PathVariable("name") String name, JsonBody body) {
        return Answers.json(201, body.pages());
      }
    }
  }

  @BeforeAll
  static void start() {
    server = TestingServer.start(Application.class);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void theDescriptionHasTheRoutesWithBodiesAndProblems() {
    Answer answer = server.get("/api/openapi.json");
    JsonNode operation = answer.json().at("/paths/~1api~1things~1{name}/post");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("openapi").asString()).startsWith("3.1");
    assertThat(operation.get("parameters")).hasSize(1);
    assertThat(operation.at("/requestBody/required").asBoolean()).isTrue();
    assertThat(operation
            .at("/responses/default/content/application~1json/schema/$ref")
            .asString())
        .isEqualTo("#/components/schemas/Problem");
    assertThat(answer.json().at("/components/schemas").propertyNames()).containsExactly("Problem");
  }

  @Test
  void thePageComesWithAllItsPartsFromThisServer() {
    Answer redirect = server.get("/api/docs");
    String page = redirect.header("location");
    Answer html = server.get(page);
    List<String> parts = new ArrayList<>();
    Matcher part = Pattern.compile("(?:src|href)=\"([^\"]+)\"").matcher(html.text());
    while (part.find()) {
      parts.add(part.group(1));
    }

    assertThat(html.status()).isEqualTo(200);
    assertThat(parts).isNotEmpty().allSatisfy(path -> {
      assertThat(path).doesNotContain("://");
      assertThat(server.get("/api/swagger-ui/" + path).status()).isEqualTo(200);
    });
  }

  @Test
  void thePageShowsOurDescriptionAndSendsItNowhere() {
    JsonNode settings = server.get("/api/openapi.json/swagger-config").json();

    assertThat(settings.get("url").asString()).isEqualTo("/api/openapi.json");
    assertThat(settings.get("validatorUrl").asString()).isEqualTo("none");
  }
}
