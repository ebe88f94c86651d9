package io.orchestrator4j.server.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Answers for what failed outside of any handler: in a filter, or while an answer was being written. */
@RestController
@Hidden
final class LateErrors implements ErrorController {

  @RequestMapping("${server.error.path:${error.path:/error}}")
  ResponseEntity<JsonNode> answer(HttpServletRequest request) {
    return switch (request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)) {
      case Integer status
      when status < 500 -> new Problem(status, "bad_request", Problem.title(status)).answer();
      case Integer _ -> unexpected(request).answer();
      // nobody was sent here by an error: somebody asked for this path
      case null, default -> Answers.plain(404, "Not Found", HttpHeaders.EMPTY);
    };
  }

  private static Problem unexpected(HttpServletRequest request) {
    Throwable cause =
        request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
            ? thrown
            : null;
    return ErrorAnswers.unexpected(
        cause, "A request to " + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
  }
}
