package io.orchestrator4j.server.process;

import io.orchestrator4j.engine.OperationRefused;
import io.orchestrator4j.engine.OperationRefused.NotAuthorized;
import io.orchestrator4j.process.NotATime;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.subscription.NotUsable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.databind.JsonNode;

/** Says in the wire's words why the engine refused an operation. Asked before the one that takes any exception. */
@RestControllerAdvice
@Order(0)
final class RefusalAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(RefusalAnswers.class);

  @ExceptionHandler
  ResponseEntity<JsonNode> refused(OperationRefused refused) {
    if (refused instanceof OperationRefused.FormFailed) {
      LOG.warn("A form could not be shown; whoever asked for it was told so", refused);
    }
    return problem(refused).answer();
  }

  @ExceptionHandler
  ResponseEntity<JsonNode> notATime(NotATime e) {
    return new Problem(400, "invalid_filter", "Invalid filter arguments: " + e.getMessage())
        .answer();
  }

  private static Problem problem(OperationRefused refused) {
    String reason = String.valueOf(refused.getMessage());
    return switch (refused) {
      case OperationRefused.WorkflowNotFound e ->
        new Problem(404, e.code(), "Workflow does not exist");
      case OperationRefused.ProcessNotFound e ->
        new Problem(404, e.code(), "Process with process_id %s not found".formatted(e.processId()));
      case NotAuthorized e -> new Problem(403, e.code(), notAuthorized(e));
      case OperationRefused.WrongStatus e ->
        new Problem(
            409,
            e.code(),
            "Resuming a %s workflow is not possible".formatted(e.status().text()));
      case OperationRefused.PlaceChanged e -> new Problem(412, e.code(), reason);
      case OperationRefused.ChangedMeanwhile e -> new Problem(409, e.code(), reason);
      case OperationRefused.NotATask e -> new Problem(400, e.code(), "Bad Request");
      case OperationRefused.WorkflowRemoved e -> new Problem(409, e.code(), reason);
      case OperationRefused.DefinitionChanged e -> new Problem(409, e.code(), reason);
      case OperationRefused.InputNotStorable e -> new Problem(422, e.code(), reason);
      // not the form is at fault, but what is stored for it
      case OperationRefused.FormFailed e
      when e.getCause() instanceof NotUsable cause -> new Problem(409, cause.code(), reason);
      case OperationRefused.FormFailed e -> new Problem(500, e.code(), reason);
      case OperationRefused.NodeStopping e -> new Problem(503, e.code(), reason);
      case OperationRefused.RunPredicateFailed e -> new Problem(412, e.code(), reason);
      case OperationRefused.StartKeyReused e -> new Problem(422, e.code(), reason);
      case OperationRefused.EnginePaused e ->
        new Problem(
            503, e.code(), "Engine is locked cannot accept changes on processes at this time");
    };
  }

  private static String notAuthorized(NotAuthorized e) {
    return switch (e.action()) {
      case START -> "User is not authorized to start '%s' workflow".formatted(e.workflow());
      case RESUME -> "User is not authorized to resume step";
      case RETRY -> "User is not authorized to retry step";
    };
  }
}
