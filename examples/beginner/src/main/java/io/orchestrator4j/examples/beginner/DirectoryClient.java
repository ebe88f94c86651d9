package io.orchestrator4j.examples.beginner;

import io.orchestrator4j.workflow.ApiUnavailable;
import io.orchestrator4j.workflow.ProcessFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** The way to the directory, another system that is reached over HTTP. Thread-safe. */
final class DirectoryClient {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;

  DirectoryClient(URI url) {
    this.url = url;
  }

  /** Puts a text there, and returns what the directory says to it. */
  String put(String text, Object... path) {
    return send(request(path).PUT(BodyPublishers.ofString(text)));
  }

  /** Deletes what is there, if anything is. */
  void delete(Object... path) {
    send(request(path).DELETE());
  }

  private HttpRequest.Builder request(Object... path) {
    StringBuilder place = new StringBuilder();
    for (Object part : path) {
      place.append('/').append(URLEncoder.encode(part.toString(), StandardCharsets.UTF_8));
    }
    return HttpRequest.newBuilder(url.resolve(place.toString()));
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      return switch (answer.statusCode()) {
        case 200 -> answer.body();
        case 503 ->
          throw new ApiUnavailable("The directory is down for maintenance", answer.body());
        default ->
          throw new ProcessFailure(
              "The directory answered with status " + answer.statusCode(), answer.body());
      };
    } catch (IOException e) {
      throw new ApiUnavailable("The directory at %s does not answer".formatted(url), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiUnavailable("The directory was not waited for", e);
    }
  }
}
