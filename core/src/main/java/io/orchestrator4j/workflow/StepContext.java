package io.orchestrator4j.workflow;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * What a step can ask and say about its own run, as a parameter of this type: made anew for each
 * attempt. Thread-safe; of no use once the step has ended.
 */
public final class StepContext {

  private final StepServices services;

  /** The context of one attempt. */
  public StepContext(StepServices services) {
    this.services = services;
  }

  /** The process. */
  public UUID processId() {
    return services.processId();
  }

  /** How often the step was begun in this process, from 1. */
  public int attempt() {
    return services.attempt();
  }

  /**
   * A key for other systems by which they know a request that they have had before: the same for
   * every attempt of this step of this process, on every node and after a retry, and another one for
   * every other step. It is the name-based UUID (version 3) of the step's path in the namespace of the
   * process's id.
   */
  public UUID idempotencyKey() {
    return keyOf(services.path());
  }

  /**
   * As {@link #idempotencyKey()}, for a step that makes several requests: another key for each part.
   *
   * @param part what tells the request from the step's others, the same in every attempt
   */
  public UUID idempotencyKey(String part) {
    return keyOf(services.path() + "/" + part);
  }

  /**
   * Does something once, however often the step is begun: its result is committed at once, and later
   * attempts get it back without a call. What it throws passes through, and nothing is kept.
   *
   * @param key what tells this call from the step's others, the same in every attempt
   * @return the result as it was stored
   * @throws io.orchestrator4j.value.NotStorable if the result has no JSON form; it is not kept
   * @throws IllegalArgumentException if the result's type is generic or not known; nothing was called
   */
  @SuppressWarnings(
      "overloads") // as with ExecutorService.submit: a lambda with a result takes this
  public <T extends @Nullable Object, E extends Exception> T once(String key, OnceCall<T, E> call)
      throws E {
    return services.once(key, OnceType.of(key, call), call);
  }

  /**
   * As {@link #once(String, OnceCall)}, for generic results: {@code once("ports", new
   * TypeReference<List<Port>>() {}, () -> netbox.createPorts(...))}.
   */
  public <T extends @Nullable Object, E extends Exception> T once(
      String key, TypeReference<T> type, OnceCall<T, E> call) throws E {
    return services.once(key, type.getType(), call);
  }

  /** As {@link #once(String, OnceCall)}, for what has no result. */
  @SuppressWarnings("overloads")
  public <E extends Exception> void once(String key, OnceAction<E> action) throws E {
    OnceCall<@Nullable Object, E> call = () -> {
      action.run();
      return null;
    };
    services.once(key, Object.class, call);
  }

  /**
   * Whether the step is wanted to end soon: somebody asked to abort or delete the process, the step's
   * time is over, or its node must not go on with it. A long step looks from time to time.
   */
  public boolean isCancelled() {
    return services.cancellation() != null;
  }

  /**
   * Ends the step if it is wanted to end soon.
   *
   * @throws StepCancelled if it is
   */
  public void throwIfCancelled() {
    StepCancelled.Reason reason = services.cancellation();
    if (reason != null) {
      throw new StepCancelled(reason);
    }
  }

  /**
   * Shows people how far the step is. It costs the step nothing: the last word is written within about
   * a second, words in between may not be, and that the database is away is no failure.
   *
   * @param percent from 0 to 100; what is beyond is taken for the nearer of the two
   */
  public void progress(int percent, @Nullable String message) {
    services.progress(Math.clamp(percent, 0, 100), message);
  }

  /** As {@link #progress(int, String)}, where nobody knows how much there is to do. */
  public void progress(String message) {
    services.progress(null, message);
  }

  /**
   * Commits own statements with the step: they are executed in the order in which they were given,
   * when the step has ended well, in the transaction that has its record. If one throws, the step has
   * failed and nothing was changed.
   */
  public void inCommit(CommitWork work) {
    services.inCommit(work);
  }

  private UUID keyOf(String name) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    UUID namespace = services.processId();
    return UUID.nameUUIDFromBytes(ByteBuffer.allocate(16 + text.length)
        .putLong(namespace.getMostSignificantBits())
        .putLong(namespace.getLeastSignificantBits())
        .put(text)
        .array());
  }
}
