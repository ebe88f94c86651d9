package io.orchestrator4j.engine;

import io.orchestrator4j.process.Fence;
import io.orchestrator4j.value.Json;
import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.OnceCall;
import io.orchestrator4j.workflow.StepCancelled;
import io.orchestrator4j.workflow.StepServices;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One attempt of a step, and what its author's code asks and says meanwhile. Thread-safe. */
final class StepAttempt implements StepServices {

  private static final int LONGEST_MESSAGE = 1000;

  private final Run run;
  private final Fence ours;
  private final String path;
  private final int attempt;
  private final StepTools tools;
  private final List<CommitWork> works = new ArrayList<>();
  private volatile boolean lost;
  private boolean reported;
  private boolean ended;

  /** The next attempt of a process that is ours. */
  StepAttempt(Run run, Advance advance, StepTools tools) {
    this.run = run;
    this.ours = advance.committed();
    this.path = advance.next().path();
    this.attempt = advance.attempt();
    this.tools = tools;
  }

  /** The step has ended; from now on its code can say nothing more. */
  synchronized void end() {
    ended = true;
    if (reported) {
      tools.progress().ended(run.processId());
    }
  }

  /** What is to be committed with the step, in order. */
  synchronized List<CommitWork> works() {
    return List.copyOf(works);
  }

  /** Whether the process turned out to be no longer ours. */
  boolean isLost() {
    return lost;
  }

  @Override
  public UUID processId() {
    return run.processId().value();
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  // the type is the result's, as its author says, and null comes back only where null was given
  @SuppressWarnings({"unchecked", "NullAway"})
  public <T extends @Nullable Object, E extends Exception> T once(
      String name, Type type, OnceCall<T, E> call) throws E {
    requireUnderWay("once");
    StepMemory.Key key = new StepMemory.Key(run.processId(), path, name);
    Optional<String> kept = whileOurs(() -> tools.memory().find(key, ours));
    return (T) read(kept.isPresent() ? kept.get() : keep(key, type, call.call()), type);
  }

  private String keep(StepMemory.Key key, Type type, @Nullable Object result) {
    JsonNode tree = Json.toTree(result);
    String text = Json.write(tree);
    long _ = RunningState.sizeOf(key.name(), tree, text);
    // what could not be read back is no use to a later attempt, and its author should hear of it in
    // the first one
    Object _ = read(text, type);
    return whileOurs(() -> tools.memory().keep(key, ours, text));
  }

  private <T> T whileOurs(Supplier<T> work) {
    try {
      return run.shielded(work);
    } catch (StepCancelled e) {
      lost = lost || e.reason() == StepCancelled.Reason.LOST;
      throw e;
    }
  }

  private static @Nullable Object read(String text, Type type) {
    JsonNode tree = Json.read(text);
    return tree.isNull() ? null : Json.fromTree(tree, type);
  }

  @Override
  public StepCancelled.@Nullable Reason cancellation() {
    if (lost) {
      return StepCancelled.Reason.LOST;
    }
    Run.Interruption interruption = run.interruption();
    if (interruption != null) {
      return switch (interruption) {
        case TIMED_OUT -> StepCancelled.Reason.TIMED_OUT;
        case NODE_STOPS -> StepCancelled.Reason.NODE_STOPS;
        case LEASE_ENDED -> StepCancelled.Reason.LEASE_ENDED;
      };
    }
    if (!run.incarnation().lease().isValid()) {
      // who gives up for this reason has not failed
      run.interrupt(Run.Interruption.LEASE_ENDED);
      return StepCancelled.Reason.LEASE_ENDED;
    }
    return run.isCancelled() ? StepCancelled.Reason.ASKED : null;
  }

  @Override
  public synchronized void progress(@Nullable Integer percent, @Nullable String message) {
    if (!ended) {
      reported = true;
      tools
          .progress()
          .report(new ProgressTable.Report(
              run.processId(), ours, path, percent, shown(message), tools.now()));
    }
  }

  private static @Nullable String shown(@Nullable String message) {
    if (message == null || message.isBlank()) {
      return null;
    }
    String text = message.replace('\0', '\uFFFD');
    String cut =
        text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE - 1) + "…";
    // half a surrogate pair becomes a question mark
    return new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }

  @Override
  public synchronized void inCommit(CommitWork work) {
    requireUnderWay("inCommit");
    works.add(work);
  }

  private synchronized void requireUnderWay(String method) {
    if (ended) {
      throw new IllegalStateException(
          "context.%s was called after its step had ended; wait in the step for the threads that it starts"
              .formatted(method));
    }
  }
}
