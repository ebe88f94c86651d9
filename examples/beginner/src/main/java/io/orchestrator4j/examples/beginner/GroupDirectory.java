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
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The directory of groups, another system that is reached over HTTP. */
final class GroupDirectory {

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI url;

  GroupDirectory(URI url) {
    this.url = url;
  }

  /** Creates a group and returns its number; the same number again if it is there already. */
  int create(String name, @Nullable String description) {
    String text = description == null ? "" : description;
    return Integer.parseInt(
        send(request(name).PUT(BodyPublishers.ofString(text)), 200).body());
  }

  boolean knows(String name) {
    return send(request(name).GET(), 200, 404).statusCode() == 200;
  }

  private HttpRequest.Builder request(String name) {
    return HttpRequest.newBuilder(
        url.resolve("/groups/" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
  }

  private HttpResponse<String> send(HttpRequest.Builder request, Integer... expected) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() == 503) {
        throw new ApiUnavailable("The directory is down for maintenance", answer.body());
      }
      if (!List.of(expected).contains(answer.statusCode())) {
        throw new ProcessFailure(
            "The directory answered with status " + answer.statusCode(), answer.body());
      }
      return answer;
    } catch (IOException e) {
      throw new ApiUnavailable("The directory at %s does not answer".formatted(url), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiUnavailable("The directory was not waited for", e);
    }
  }
}
