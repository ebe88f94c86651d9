package io.orchestrator4j.testing.application;

import static org.assertj.core.api.Assertions.assertThat;

import io.orchestrator4j.testing.OrchestratorTest;
import io.orchestrator4j.testing.WorkflowRunner;
import io.orchestrator4j.testing.application.GreetingApplication.NamePage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The application with its web server. */
@OrchestratorTest(webEnvironment = WebEnvironment.RANDOM_PORT)
final class ServedTest {

  @Test
  void theServerShowsWhatTheTestStarted(
      WorkflowRunner workflows, @Value("${local.server.port}") int port) throws Exception {
    var suspended = workflows.run("greet", new NamePage("Ann"));
    URI address =
        URI.create("http://127.0.0.1:%d/api/processes/%s".formatted(port, suspended.processId()));

    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = client.send(
          HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("Hello, Ann");
    }
  }
}
