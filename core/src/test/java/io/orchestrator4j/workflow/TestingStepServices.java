package io.orchestrator4j.workflow;

import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Services that remember what they were told. */
final class TestingStepServices implements StepServices {

  private final UUID processId;
  private final String path;
  private final int attempt;
  final List<String> told = new ArrayList<>();
  StepCancelled.@Nullable Reason cancellation;

  TestingStepServices(UUID processId, String path, int attempt) {
    this.processId = processId;
    this.path = path;
    this.attempt = attempt;
  }

  @Override
  public UUID processId() {
    return processId;
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
  public <T extends @Nullable Object, E extends Exception> T once(
      String key, Type type, OnceCall<T, E> call) throws E {
    told.add("once %s %s".formatted(key, type.getTypeName()));
    return call.call();
  }

  @Override
  public StepCancelled.@Nullable Reason cancellation() {
    return cancellation;
  }

  @Override
  public void progress(@Nullable Integer percent, @Nullable String message) {
    told.add("progress %s %s".formatted(percent, message));
  }

  @Override
  public void inCommit(CommitWork work) {
    told.add("inCommit");
  }
}
