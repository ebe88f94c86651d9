package io.orchestrator4j.server.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses HEAD and OPTIONS on routes, as the wire does; Spring would serve both with the GET handler. */
final class GetIsNotHead implements HandlerInterceptor {

  private static final Set<String> NOT_OURS = Set.of("HEAD", "OPTIONS");

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws HttpRequestMethodNotSupportedException {
    if (handler instanceof HandlerMethod && NOT_OURS.contains(request.getMethod())) {
      throw new HttpRequestMethodNotSupportedException(request.getMethod());
    }
    return true;
  }
}
