package io.orchestrator4j.server.web;

import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.value.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** The first filter of every request: who calls, from which page, under which name of ours. */
final class BrowserGuard extends OncePerRequestFilter {

  /*
   * Who can reach a server on loopback? Every page in the operator's browser. Three ways, three answers:
   *
   * - The page makes its own name point at 127.0.0.1 (DNS rebinding) and is then same-origin. Its Host header still has
   *   that name: refused. Clients that send no Host are no browsers.
   * - The page calls us from its own origin. Reading our answers needs CORS headers, which only listed origins get.
   *   Writing needs none as long as the request is "simple" (POST with text/plain, a form), so whatever is not safe and
   *   comes from a foreign site is refused before anything reads it; browsers say where it comes from in Origin, and in
   *   Sec-Fetch-Site where they leave that out. Clients that send neither are no browsers.
   * - The page shows us in a frame and has the operator click in it: not framed by other sites.
   */

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> NEAR = Set.of("same-origin", "none");

  private final Neighbourhood neighbourhood;
  private final Preflight preflight = new Preflight();

  BrowserGuard(Neighbourhood neighbourhood) {
    this.neighbourhood = neighbourhood;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ORIGIN);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "SAMEORIGIN");
    String host = request.getHeader(HttpHeaders.HOST);
    Site site = host == null ? null : Site.ofHost(host, request.getScheme());
    if (host != null && !neighbourhood.answersFor(site, request.getLocalAddr())) {
      send(response, wrongHost(host));
      return;
    }
    String origin = request.getHeader(HttpHeaders.ORIGIN);
    boolean invited = origin != null && neighbourhood.invites(origin);
    boolean welcome = invited || isOwnPage(request, site, origin);
    if (Preflight.is(request)) {
      preflight.answer(request, response, welcome);
      return;
    }
    if (!welcome && changesSomething(request)) {
      send(response, crossSite(origin));
      return;
    }
    if (origin != null && invited) {
      Preflight.exposeTo(origin, response);
    }
    chain.doFilter(request, response);
  }

  private static boolean isOwnPage(
      HttpServletRequest request, @Nullable Site ours, @Nullable String origin) {
    if (origin == null) {
      String relation = request.getHeader("Sec-Fetch-Site");
      return relation == null || NEAR.contains(relation);
    }
    Site theirs = Site.ofOrigin(origin);
    return ours != null && theirs != null && theirs.isSameAs(ours);
  }

  /** A WebSocket begins as a GET, and browsers let any page open one. */
  private static boolean changesSomething(HttpServletRequest request) {
    return !SAFE.contains(request.getMethod())
        || "websocket".equalsIgnoreCase(request.getHeader(HttpHeaders.UPGRADE));
  }

  private static Problem wrongHost(String host) {
    return new Problem(
        421,
        "host_not_allowed",
        "This server does not answer for the host \"%s\". If it is one of its names, add it to %s"
            .formatted(host, Settings.WEB_ALLOWED_HOSTS.name()));
  }

  private static Problem crossSite(@Nullable String origin) {
    return new Problem(
        403,
        "cross_site_request",
        "A page of %s may not change anything here. If it should, add its origin to %s"
            .formatted(
                origin == null ? "another site" : "\"" + origin + "\"",
                Settings.WEB_ALLOWED_ORIGINS.name()));
  }

  private static void send(HttpServletResponse response, Problem problem) throws IOException {
    byte[] body = Json.mapper().writeValueAsBytes(problem.body());
    response.setStatus(problem.status());
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
