package io.orchestrator4j.testing;

import io.orchestrator4j.workflow.CommitWork;
import io.orchestrator4j.workflow.OnceCall;
import io.orchestrator4j.workflow.StepCancelled;
import io.orchestrator4j.workflow.StepContext;
import io.orchestrator4j.workflow.StepServices;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The context of a step for a unit test, which calls the step's method itself: it remembers in memory
 * what the step does once, and what it says. To be confined to one thread.
 */
public final class TestingStep implements StepServices {

  private final UUID processId = UUID.randomUUID();
  private final Map<String, @Nullable Object> kept = new HashMap<>();
  private final List<String> progress = new CopyOnWriteArrayList<>();
  private final List<CommitWork> works = new CopyOnWriteArrayList<>();
  private int attempt;
  private StepCancelled.@Nullable Reason cancellation;

  /** The context of the next attempt, the first one to begin with. */
  public StepContext nextAttempt() {
    attempt++;
    works.clear();
    return new StepContext(this);
  }

  /** From now on the step is wanted to end. */
  public void cancel() {
    cancellation = StepCancelled.Reason.ASKED;
  }

  /** What the step has said about how far it is, as in {@code "40 % port 4 of 10"}. */
  public List<String> progress() {
    return List.copyOf(progress);
  }

  /** What the last attempt wants to be committed with it. */
  public List<CommitWork> inCommit() {
    return List.copyOf(works);
  }

  @Override
  public UUID processId() {
    return processId;
  }

  @Override
  public String path() {
    return "step";
  }

  @Override
  public int attempt() {
    return attempt;
  }

  @Override
  @SuppressWarnings({"unchecked", "NullAway"}) // what was kept is what a call of this type gave
  public <T extends @Nullable Object, E extends Exception> T once(
      String key, Type type, OnceCall<T, E> call) throws E {
    if (!kept.containsKey(key)) {
      kept.put(key, call.call());
    }
    return (T) kept.get(key);
  }

  @Override
  public StepCancelled.@Nullable Reason cancellation() {
    return cancellation;
  }

  @Override
  public void progress(@Nullable Integer percent, @Nullable String message) {
    String number = percent == null ? "" : percent + " %";
    progress.add((number + " " + (message == null ? "" : message)).strip());
  }

  @Override
  public void inCommit(CommitWork work) {
    works.add(work);
  }
}
