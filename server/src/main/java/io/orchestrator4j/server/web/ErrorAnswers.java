package io.orchestrator4j.server.web;

import io.orchestrator4j.store.DatabaseUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.databind.JsonNode;

/** Turns whatever a handler throws into a JSON answer; what was not expected is logged and shown to nobody. */
@RestControllerAdvice
final class ErrorAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

  @ExceptionHandler
  ResponseEntity<JsonNode> refused(Refused e) {
    return e.problem().answer();
  }

  @ExceptionHandler
  ResponseEntity<JsonNode> invalid(InvalidRequest e) {
    return e.answer();
  }

  @ExceptionHandler({NoResourceFoundException.class, NoHandlerFoundException.class})
  ResponseEntity<JsonNode> unknownRoute() {
    return Answers.plain(404, "Not Found", HttpHeaders.EMPTY);
  }

  @ExceptionHandler
  ResponseEntity<JsonNode> wrongMethod(HttpRequestMethodNotSupportedException e) {
    return Answers.plain(405, "Method Not Allowed", e.getHeaders());
  }

  @ExceptionHandler({TypeMismatchException.class, HttpMessageNotReadableException.class})
  ResponseEntity<JsonNode> unreadable() {
    return new Problem(400, "bad_request", Problem.title(400)).answer();
  }

  @ExceptionHandler
  ResponseEntity<JsonNode> unavailable(DatabaseUnavailable e) {
    LOG.warn("A request was answered with 503: {}", e.getMessage());
    return new Problem(
            503,
            "database_unavailable",
            "The database cannot be reached. Look whether this took effect before asking again, once the server is healthy")
        .answer();
  }

  /** The client went away: nobody is left to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException e) {
    LOG.debug("A client went away before its answer", e);
  }

  @ExceptionHandler
  ResponseEntity<JsonNode> anythingElse(Exception e, HttpServletRequest request) {
    if (e instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
      return badRequest(known);
    }
    return unexpected(e, request.getMethod() + " " + request.getRequestURI()).answer();
  }

  /** Logs what must not be shown, and says where to find it. */
  static Problem unexpected(@Nullable Throwable e, String request) {
    UUID id = UUID.randomUUID();
    LOG.error("{} failed unexpectedly; it was answered with 500, error id {}", request, id, e);
    return new Problem(
        500,
        "internal_error",
        "Something unexpected happened here. The server's log has it under the error id " + id);
  }

  private static ResponseEntity<JsonNode> badRequest(ErrorResponse known) {
    int status = known.getStatusCode().value();
    @Nullable String detail = known.getBody().getDetail();
    return new Problem(status, "bad_request", detail == null ? Problem.title(status) : detail)
        .answer();
  }
}
