package io.orchestrator4j.server;

import io.orchestrator4j.server.enginestatus.EngineStatusConfiguration;
import io.orchestrator4j.server.health.HealthConfiguration;
import io.orchestrator4j.server.node.NodeConfiguration;
import io.orchestrator4j.server.nodes.NodesConfiguration;
import io.orchestrator4j.server.process.ProcessConfiguration;
import io.orchestrator4j.server.product.ProductConfiguration;
import io.orchestrator4j.server.subscription.SubscriptionConfiguration;
import io.orchestrator4j.server.translation.TranslationConfiguration;
import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A real server on a free port, and a client for it. */
public final class TestingServer implements AutoCloseable {

  private static final List<String> NEED_AN_ORCHESTRATOR = List.of(
      NodeConfiguration.class.getName(),
      HealthConfiguration.class.getName(),
      EngineStatusConfiguration.class.getName(),
      NodesConfiguration.class.getName(),
      ProcessConfiguration.class.getName(),
      ProductConfiguration.class.getName(),
      TranslationConfiguration.class.getName(),
      SubscriptionConfiguration.class.getName());

  private final ConfigurableApplicationContext context;
  private final HttpClient client = HttpClient.newHttpClient();

  private TestingServer(ConfigurableApplicationContext context) {
    this.context = context;
  }

  /** Starts an application without an orchestrator, with settings such as {@code orchestrator.limits.body=1KB}. */
  public static TestingServer start(Class<?> application, String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    all.add("spring.autoconfigure.exclude=" + String.join(",", NEED_AN_ORCHESTRATOR));
    return startOrchestrated(application, all.toArray(String[]::new));
  }

  /** Starts an application that has an orchestrator. */
  public static TestingServer startOrchestrated(Class<?> application, String... settings) {
    List<String> arguments = new ArrayList<>(List.of("--spring.main.banner-mode=off"));
    if (Stream.of(settings).noneMatch(setting -> setting.startsWith("orchestrator.web.port="))) {
      arguments.add("--orchestrator.web.port=0");
    }
    for (String setting : settings) {
      arguments.add("--" + setting);
    }
    return new TestingServer(SpringApplication.run(application, arguments.toArray(String[]::new)));
  }

  public ConfigurableApplicationContext context() {
    return context;
  }

  public int port() {
    return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port(), path)));
  }

  public Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public Answer get(String path, String... headers) {
    return send(with(request(path).GET(), headers));
  }

  public Answer send(String method, String path, String body, String... headers) {
    return send(
        with(request(path).method(method, HttpRequest.BodyPublishers.ofString(body)), headers));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  @Override
  public void close() {
    client.close();
    context.close();
  }

  /** What came back. */
  public record Answer(HttpResponse<String> response) {

    public int status() {
      return response.statusCode();
    }

    public String text() {
      return response.body();
    }

    public JsonNode json() {
      return Json.read(response.body());
    }

    public String header(String name) {
      return String.join(", ", response.headers().allValues(name));
    }
  }
}
