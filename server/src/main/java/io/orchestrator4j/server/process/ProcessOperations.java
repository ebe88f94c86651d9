package io.orchestrator4j.server.process;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.engine.OperationRefused;
import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.engine.ProcessReader;
import io.orchestrator4j.engine.StartKey;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.Callers;
import io.orchestrator4j.server.web.EntityTag;
import io.orchestrator4j.server.web.JsonBody;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.server.web.Problem;
import io.orchestrator4j.subscription.ProcessLinks;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What starts or changes a process. */
@RestController
@RequestMapping("/api/processes")
final class ProcessOperations {

  private static final int LONGEST_NOTE = 5000;

  private final Operations operations;
  private final ProcessReader reader;
  private final ProcessLinks links;

  ProcessOperations(Orchestrator orchestrator) {
    this.operations = orchestrator.operations();
    this.reader = orchestrator.reader();
    this.links = orchestrator.subscriptionStore().links();
  }

  @Operation(
      summary = "Start a process, or ask for the next page of its form",
      description =
          "Send all pages filled in so far, as a list. 510 has the next page, 400 what is wrong with a page, 201 the new process. "
              + "With an Idempotency-Key, the same start sent again gives the same process.")
  @PostMapping("/{workflow_key}")
  ResponseEntity<JsonNode> start(
      @PathVariable("workflow_key") String workflow,
      @RequestParam(required = false) @Nullable String reporter,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      JsonBody body) {
    Caller caller = Callers.named(reporter);
    return switch (operations.start(caller, workflow, body.pages(), startKey(key))) {
      case FormOutcome.Complete<ProcessId>(ProcessId started) ->
        Answers.json(201, Json.object().put("id", started.toString()));
      case FormOutcome.NextPage<ProcessId> page -> FormAnswers.nextPage(page);
      case FormOutcome.Invalid<ProcessId> invalid -> FormAnswers.invalid(invalid);
      case FormOutcome.Overflow<ProcessId> overflow -> FormAnswers.overflow(overflow);
    };
  }

  @Operation(
      summary = "Resume a suspended process with the pages of its form, or retry a failed one",
      description =
          "With If-Match, the process must still be at that place (412); the place is in the process and in each 510.")
  @PutMapping("/{process_id}/resume")
  ResponseEntity<JsonNode> resume(
      @PathVariable("process_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
      JsonBody body) {
    ProcessId processId = processId(id);
    Caller caller = Callers.named(reporter);
    List<ObjectNode> pages = body.pagesOrOneEmpty();
    // read before the page is made: a place that is too old is refused later, one that is too new
    // would let answers to this page pass as answers to another
    String place = operations.place(processId);
    return switch (operations.resume(caller, processId, pages, EntityTag.place(ifMatch))) {
      case FormOutcome.Complete<ProcessId> _ -> Answers.nothing();
      case FormOutcome.NextPage<ProcessId> page -> FormAnswers.nextPage(page, place);
      case FormOutcome.Invalid<ProcessId> invalid -> FormAnswers.invalid(invalid);
      case FormOutcome.Overflow<ProcessId> overflow -> FormAnswers.overflow(overflow);
    };
  }

  @Operation(summary = "Abort a process; one that is finished stays as it is")
  @PutMapping("/{process_id}/abort")
  ResponseEntity<JsonNode> abort(
      @PathVariable("process_id") String id,
      @RequestParam(required = false) @Nullable String reporter) {
    operations.abort(Callers.named(reporter), processId(id));
    return Answers.nothing();
  }

  @Operation(summary = "Delete a task and its journal")
  @DeleteMapping("/{process_id}")
  ResponseEntity<JsonNode> delete(
      @PathVariable("process_id") String id,
      @RequestParam(required = false) @Nullable String reporter) {
    try {
      operations.delete(Callers.named(reporter), processId(id));
    } catch (OperationRefused.ProcessNotFound e) {
      // the wire has fewer words here than elsewhere
      return new Problem(404, e.code(), "Not Found").answer();
    }
    return Answers.nothing();
  }

  @Operation(summary = "Write a note on a process; null or blank takes it away")
  @PatchMapping("/{process_id}")
  ResponseEntity<JsonNode> change(
      @PathVariable("process_id") String id,
      @RequestParam(required = false) @Nullable String reporter,
      JsonBody body) {
    ProcessId processId = processId(id);
    ObjectNode changes = body.object();
    if (changes.has("note")) {
      operations.note(
          Callers.named(reporter), processId, Parameters.textOf(changes, "note", LONGEST_NOTE));
    }
    return Answers.json(
        200,
        ProcessBodies.afterChange(reader.detail(processId), links.headersOf(processId.value())));
  }

  private static ProcessId processId(String text) {
    return new ProcessId(Parameters.uuid("process_id", text));
  }

  private static @Nullable StartKey startKey(@Nullable String key) {
    try {
      return key == null ? null : new StartKey(key);
    } catch (IllegalArgumentException e) {
      throw new Problem(400, "invalid_idempotency_key", String.valueOf(e.getMessage())).refused();
    }
  }
}
