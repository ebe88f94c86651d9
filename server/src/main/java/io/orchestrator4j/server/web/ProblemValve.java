package io.orchestrator4j.server.web;

import io.orchestrator4j.value.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Tomcat's own errors, such as a request line that is none, as problem bodies instead of pages. */
public final class ProblemValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable throwable) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String code = status < 500 ? "bad_request" : "internal_error";
    Problem problem = new Problem(status, code, Problem.title(status));
    try {
      response.setContentType("application/json");
      response.getOutputStream().write(Json.mapper().writeValueAsBytes(problem.body()));
      response.finishResponse();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
