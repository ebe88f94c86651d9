package io.orchestrator4j.server.process;

import io.orchestrator4j.Orchestrator;
import io.orchestrator4j.engine.ProcessDetail;
import io.orchestrator4j.process.ListedProcess;
import io.orchestrator4j.process.ProcessCounts;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.server.web.Answers;
import io.orchestrator4j.server.web.EntityTag;
import io.orchestrator4j.server.web.Parameters;
import io.orchestrator4j.subscription.ProcessLinks;
import io.orchestrator4j.value.Json;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What only looks at processes. */
@RestController
@RequestMapping("/api/processes")
final class ProcessReads {

  private final Orchestrator orchestrator;

  ProcessReads(Orchestrator orchestrator) {
    this.orchestrator = orchestrator;
  }

  @Operation(
      summary = "List processes, latest first",
      description =
          "range=0,20 (the end is not included), sort=started_at,desc, filter=workflow_name,create_node,last_status,failed-suspended. A list has at most 1000 rows; after=<started_at>,<process_id> of its last one goes on behind it.")
  @GetMapping
  ResponseEntity<JsonNode> list(
      @RequestParam(required = false) @Nullable String range,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(required = false) @Nullable String filter,
      @RequestParam(required = false) @Nullable String after,
      @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable
          String ifNoneMatch) {
    ListRequest request =
        ListRequest.of(range, sort, filter, after, orchestrator.subscriptionFilters());
    ListPage page = ListPage.read(orchestrator.lists(), request);
    List<ObjectNode> rows = rows(page.processes());
    EntityTag tag = EntityTag.of(rows);
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.ETAG, tag.header());
    if (tag.isIn(ifNoneMatch)) {
      return ResponseEntity.status(304).headers(headers).build();
    }
    if (page.range() != null) {
      headers.set(HttpHeaders.CONTENT_RANGE, page.range());
    }
    return Answers.json(200, rows, headers);
  }

  private List<ObjectNode> rows(List<ListedProcess> processes) {
    Map<UUID, List<SubscriptionHeader>> subscriptions = links()
        .headersOf(
            processes.stream().map(each -> each.process().processId().value()).toList());
    return processes.stream()
        .map(each -> ProcessBodies.listed(
            each, subscriptions.getOrDefault(each.process().processId().value(), List.of())))
        .toList();
  }

  private ProcessLinks links() {
    return orchestrator.subscriptionStore().links();
  }

  @Operation(summary = "One process, with its steps and the form that it waits for")
  @GetMapping("/{process_id}")
  ResponseEntity<JsonNode> detail(@PathVariable("process_id") String id) {
    ProcessId processId = new ProcessId(Parameters.uuid("process_id", id));
    ProcessDetail detail = orchestrator.reader().detail(processId);
    return Answers.json(200, ProcessBodies.detail(detail, links().headersOf(processId.value())));
  }

  @Operation(summary = "How many processes and tasks stand at each status")
  @GetMapping("/status-counts")
  ResponseEntity<JsonNode> statusCounts() {
    ObjectNode body = Json.object();
    ObjectNode processes = body.putObject("process_counts");
    ObjectNode tasks = body.putObject("task_counts");
    for (ProcessCounts.StatusCount count : orchestrator.lists().countsByStatus()) {
      (count.task() ? tasks : processes).put(count.status().text(), count.count());
    }
    return Answers.json(200, body);
  }
}
