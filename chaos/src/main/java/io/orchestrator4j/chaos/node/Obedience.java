package io.orchestrator4j.chaos.node;

import io.orchestrator4j.engine.OperationRefused;
import io.orchestrator4j.engine.Operations;
import io.orchestrator4j.form.FormOutcome;
import io.orchestrator4j.process.ProcessId;
import io.orchestrator4j.workflow.Caller;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Does what orders say, through the gate that everybody uses. */
final class Obedience {

  private static final Caller OPERATOR = Caller.named("operator");

  private final Operations operations;

  /** A form says no to what was answered, so that nothing has happened. */
  private static final class FormRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private FormRefused(FormOutcome.Invalid<ProcessId> invalid) {
      super(invalid.page().detail());
    }
  }

  Obedience(Operations operations) {
    this.operations = operations;
  }

  Report obey(Order order) {
    try {
      return new Report(order.number(), done(order), null, false);
    } catch (OperationRefused | FormRefused e) {
      return new Report(order.number(), order.process(), text(e), true);
    } catch (RuntimeException e) {
      return new Report(order.number(), order.process(), text(e), false);
    }
  }

  private String done(Order order) {
    return switch (order.what()) {
      case START ->
        complete(Seams.start(
            operations,
            OPERATOR,
            Objects.requireNonNull(order.workflow()),
            order.pages(),
            Objects.requireNonNull(order.key())));
      case RESUME -> resume(process(order), order.pages());
      case RETRY -> complete(operations.resume(OPERATOR, process(order), List.of(), null));
      case ABORT -> {
        operations.abort(OPERATOR, process(order));
        yield process(order).toString();
      }
      case DRAIN, GO_ON -> {
        int told = operations.drain(
            OPERATOR, Objects.requireNonNull(order.key()), order.what() == Order.What.DRAIN);
        yield told + " nodes";
      }
      case PAUSE -> operations.pauseEngine(OPERATOR).toString();
      case UNPAUSE -> operations.resumeEngine(OPERATOR).toString();
      case STOP -> throw new IllegalArgumentException("A stop is not for here");
    };
  }

  private String resume(ProcessId processId, List<ObjectNode> pages) {
    String place = operations.place(processId);
    if (place == null) {
      throw new IllegalStateException("It waits for no answer");
    }
    return complete(operations.resume(OPERATOR, processId, pages, place));
  }

  private static ProcessId process(Order order) {
    return new ProcessId(UUID.fromString(Objects.requireNonNull(order.process())));
  }

  private static String complete(FormOutcome<ProcessId> outcome) {
    return switch (outcome) {
      case FormOutcome.Complete<ProcessId>(ProcessId processId) ->
        processId.value().toString();
      case FormOutcome.Invalid<ProcessId> invalid -> throw new FormRefused(invalid);
      case FormOutcome.NextPage<ProcessId> _, FormOutcome.Overflow<ProcessId> _ ->
        throw new IllegalStateException("The form wants something else: " + outcome);
    };
  }

  private static String text(@Nullable Throwable thrown) {
    return String.valueOf(thrown);
  }
}
