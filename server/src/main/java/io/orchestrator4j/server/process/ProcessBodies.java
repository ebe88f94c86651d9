package io.orchestrator4j.server.process;

import io.orchestrator4j.engine.ProcessDetail;
import io.orchestrator4j.process.ListedProcess;
import io.orchestrator4j.process.ProcessInstance;
import io.orchestrator4j.process.Timeline;
import io.orchestrator4j.product.SubscriptionHeader;
import io.orchestrator4j.server.web.WireTime;
import io.orchestrator4j.server.wire.SubscriptionBodies;
import io.orchestrator4j.value.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Processes as the wire shows them: every key is always there, null where there is nothing to say. */
final class ProcessBodies {

  private ProcessBodies() {}

  /** A row of a list. */
  static ObjectNode listed(ListedProcess listed, List<SubscriptionHeader> subscriptions) {
    ObjectNode body = head(listed.process(), listed.failedStackTrace(), subscriptions);
    return body.putNull("current_state")
        .putNull("steps")
        .putNull("form")
        .put("note", note(listed.process()));
  }

  /** One process with its steps, those to come included, and the form that it waits for. */
  static ObjectNode detail(ProcessDetail detail, List<SubscriptionHeader> subscriptions) {
    ObjectNode body = head(detail.process(), detail.failedStackTrace(), subscriptions);
    body.set("current_state", detail.timeline().state());
    ArrayNode steps = body.putArray("steps");
    detail.timeline().rows().forEach(row -> steps.add(step(row)));
    ProcessDetail.Waiting waiting = detail.waiting();
    body.set("form", waiting == null ? null : waiting.form());
    body.put("note", note(detail.process()));
    body.put("place", waiting == null ? null : waiting.place());
    if (waiting != null && waiting.error() != null) {
      body.put("form_error", waiting.error());
    }
    ProcessDetail.Progress progress = detail.progress();
    if (progress != null) {
      body.set("progress", progress(progress));
    }
    return body;
  }

  /** What the wire answers to a change: less than one asks for otherwise. */
  static ObjectNode afterChange(ProcessDetail detail, List<SubscriptionHeader> subscriptions) {
    ObjectNode body = head(detail.process(), detail.failedStackTrace(), subscriptions);
    body.putNull("workflow_target").putNull("current_state");
    ArrayNode steps = body.putArray("steps");
    for (Timeline.Row row : detail.timeline().rows()) {
      if (row.done() != null) {
        ObjectNode step = step(row);
        List.of("executed", "started", "completed", "state_delta").forEach(step::putNull);
        steps.add(step);
      }
    }
    return body.putNull("form").put("note", note(detail.process()));
  }

  private static ObjectNode head(
      ProcessInstance process,
      @Nullable String stackTrace,
      List<SubscriptionHeader> subscriptions) {
    ProcessInstance.WorkflowInfo workflow = process.workflow();
    ProcessInstance.Progress progress = process.progress();
    SubscriptionHeader first = subscriptions.isEmpty() ? null : subscriptions.getFirst();
    ObjectNode head = Json.object()
        .put("process_id", process.processId().toString())
        .put("workflow_id", workflow.workflowId().toString())
        .put("workflow_name", workflow.name())
        .put("is_task", workflow.task())
        .put("created_by", process.origin().createdBy())
        .put("failed_reason", progress.failedReason())
        .put("started_at", WireTime.seconds(process.origin().startedAt()))
        .put("last_status", process.status().text())
        .put("last_step", progress.lastStep())
        .put("assignee", progress.assignee().name())
        .put("last_modified_at", WireTime.seconds(progress.lastModifiedAt()))
        .put("traceback", stackTrace)
        .put("product_id", first == null ? null : first.product().productId().toString())
        .put("customer_id", first == null ? null : first.customerId())
        .put("workflow_target", workflow.target().name());
    ArrayNode shown = head.putArray("subscriptions");
    subscriptions.forEach(each -> shown.add(SubscriptionBodies.ofProcess(each)));
    return head;
  }

  private static ObjectNode step(Timeline.Row row) {
    Timeline.Done done = row.done();
    ObjectNode step = Json.object()
        .put("step_id", done == null ? null : done.stepId().toString())
        .put("name", row.name())
        .put("status", row.status())
        .put("created_by", done == null ? null : done.by())
        .put("executed", done == null ? null : WireTime.seconds(done.completedAt()))
        .put("started", done == null ? null : WireTime.seconds(done.startedAt()))
        .put("completed", done == null ? null : WireTime.seconds(done.completedAt()))
        .putNull("commit_hash");
    step.set("state", done == null ? null : done.state());
    step.set("state_delta", done == null ? null : done.delta());
    return step;
  }

  private static ObjectNode progress(ProcessDetail.Progress progress) {
    return Json.object()
        .put("step", progress.step())
        .put("percent", progress.percent())
        .put("message", progress.message())
        .put("at", WireTime.seconds(progress.at()));
  }

  private static @Nullable String note(ProcessInstance process) {
    return process.origin().note();
  }
}
