package io.orchestrator4j.server.web;

import io.orchestrator4j.server.settings.Settings;
import io.orchestrator4j.value.Json;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Keeps the API to servers that have the role; one that only runs processes still says whether it is well. */
final class ApiRole extends OncePerRequestFilter {

  private static final Problem NOT_HERE = new Problem(
      503,
      "no_api_role",
      "This server only runs processes (%s); ask one that has the role api"
          .formatted(Settings.NODE_ROLES.name()));

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getRequestURI().startsWith("/api/")
        || request.getRequestURI().startsWith("/api/health");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    byte[] body = Json.mapper().writeValueAsBytes(NOT_HERE.body());
    response.setStatus(NOT_HERE.status());
    response.setContentType("application/json");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
