package io.orchestrator4j.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/** The CORS side of the wire: what a browser may do for a page of another site that was let in. */
final class Preflight {

  private static final List<String> METHODS =
      List.of("GET", "PUT", "PATCH", "POST", "DELETE", "OPTIONS", "HEAD");
  private static final List<String> HEADERS = List.of(
      "Accept",
      "Accept-Language",
      "Authorization",
      "Content-Language",
      "Content-Type",
      "Idempotency-Key",
      "If-Match",
      "If-None-Match");
  private static final Set<String> LOWER_HEADERS = HEADERS.stream()
      .map(header -> header.toLowerCase(Locale.ROOT))
      .collect(Collectors.toUnmodifiableSet());
  private static final String READABLE =
      "Cache-Control, Content-Language, Content-Length, Content-Type, Expires, Last-Modified, Pragma, Content-Range, ETag";
  private static final String VARY =
      "Origin, Access-Control-Request-Method, Access-Control-Request-Headers, Access-Control-Request-Private-Network";

  /** Whether a browser asks before it sends the real request. */
  static boolean is(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader(HttpHeaders.ORIGIN) != null
        && request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD) != null;
  }

  /** Lets a page of this origin read the answer. */
  static void exposeTo(String origin, HttpServletResponse response) {
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    response.setHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, READABLE);
  }

  void answer(HttpServletRequest request, HttpServletResponse response, boolean welcome)
      throws IOException {
    List<String> refused = new ArrayList<>();
    if (!welcome) {
      refused.add("origin");
    }
    if (!METHODS.contains(request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD))) {
      refused.add("method");
    }
    if (!headersAllowed(request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS))) {
      refused.add("headers");
    }
    response.setHeader(HttpHeaders.VARY, VARY);
    if (welcome) {
      response.setHeader(
          HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, request.getHeader(HttpHeaders.ORIGIN));
    }
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, String.join(", ", METHODS));
    response.setHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, String.join(", ", HEADERS));
    response.setHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
    if (refused.isEmpty()) {
      send(response, 200, "OK");
    } else {
      send(response, 400, "Disallowed CORS " + String.join(", ", refused));
    }
  }

  private static boolean headersAllowed(@Nullable String headers) {
    return headers == null
        || Stream.of(headers.split(","))
            .map(header -> header.strip().toLowerCase(Locale.ROOT))
            .allMatch(LOWER_HEADERS::contains);
  }

  private static void send(HttpServletResponse response, int status, String text)
      throws IOException {
    response.setStatus(status);
    response.setContentType("text/plain; charset=utf-8");
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
